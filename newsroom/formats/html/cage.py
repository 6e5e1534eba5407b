"""Jinja in a cage, for templates that others wrote: plain values in, text out, counted and limited.

No attribute of any object, no call, no assignment, no other file: what a template may use is listed here, and all
else is refused with its line before it runs.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment

from newsroom.domain.errors import Refused
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_SOURCE = 512 << 10
MOST_OUTPUT = 64 << 20
MOST_ROUNDS = 200_000
SECONDS = 3.0

_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.Filter, nodes.Test, nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Neg,
)  # fmt: skip
_FILTERS = ("e", "escape", "upper", "lower", "capitalize", "title", "trim", "striptags", "truncate", "length", "first", "last",
    "default", "tojson",
)  # fmt: skip
_TESTS = ("defined", "odd", "even")
_LOOP = frozenset({"index", "index0", "revindex", "first", "last", "length"})
_LONGEST_GAP = 100


@dataclass(slots=True)
class Meter:
    """Counts what one page takes; raises Refused where it is too much."""

    ends: float = field(default_factory=lambda: time.monotonic() + SECONDS)
    rounds: int = 0
    size: int = 0

    def tick(self, rounds: int = 0, size: int = 0) -> None:
        """Count rounds of loops and characters of text."""
        self.rounds += rounds
        self.size += size
        if self.rounds > MOST_ROUNDS or time.monotonic() > self.ends:
            raise Refused(msg(N_("The house's template takes too long: there are too many loops in it.")))
        if self.size > MOST_OUTPUT:
            raise Refused(
                msg(N_("The house's template makes a page of more than {most} MB."), most=MOST_OUTPUT >> 20)
            )


class Cage(SandboxedEnvironment):
    """Knows plain values and a few filters, and nothing else."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        known = {name: _metered(self.filters[name]) for name in _FILTERS}
        self.filters = {**known, "join": _join, "rounds": _rounds}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.globals = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give an entry of a dictionary, or what a loop tells of itself."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give an entry of a dictionary or of a list."""
        plain = isinstance(obj, dict) and isinstance(argument, str)
        if plain and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, slice):
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=None, name=str(argument)[:80])


@dataclass(frozen=True, slots=True)
class Caged:
    """A template that is ready to be filled, and its words."""

    template: Template
    source: str

    def filled(self, values: dict[str, Any]) -> str:
        """Give its text with values; raises Refused with the line of what is wrong."""
        return _filled(self.template, values)


def caged(source: str) -> Caged:
    """Make a template ready to be filled; raises Refused with the line of what is wrong."""
    if len(source) > MOST_SOURCE:
        raise Refused(msg(N_("The template is too large: at most {most} kB."), most=MOST_SOURCE >> 10))
    cage = Cage()
    try:
        tree = cage.parse(source)
        _check(tree)
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, "rounds", [], [], None, None, lineno=loop.lineno)
        code = cage.compile(tree, "template", "template")
    except TemplateSyntaxError as fault:
        raise Refused(wrong(fault.lineno, fault.message or "")) from fault
    except RecursionError as fault:
        raise Refused(msg(N_("The template is nested too deeply."))) from fault
    return Caged(Template.from_code(cage, code, cage.globals), source)


def wrong(line: int, reason: str | Message) -> Message:
    """Give the sentence on what is wrong in a line of a template."""
    said = reason.rstrip(".") if isinstance(reason, str) else reason
    return msg(N_("The template is wrong in line {line}: {reason}."), line=line, reason=said)


def _check(tree: nodes.Node) -> None:
    """Refuse what is not listed."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if forbidden := _forbidden(node):
            raise Refused(wrong(node.lineno, msg(N_("“{word}” is not allowed"), word=forbidden)))
        waiting.extend(node.iter_child_nodes())


def _forbidden(node: nodes.Node) -> str:
    if not isinstance(node, _NODES):
        return type(node).__name__.lower()
    if isinstance(node, nodes.For) and (node.recursive or node.test):
        return "for … recursive" if node.recursive else "for … if"
    if isinstance(node, nodes.For) and not isinstance(node.target, nodes.Name):
        return "for …, …"
    if isinstance(node, nodes.Name) and node.name.startswith("_"):
        return node.name
    if isinstance(node, nodes.Filter) and node.name not in (*_FILTERS, "join"):
        return f"|{node.name}"
    return f"is {node.name}" if isinstance(node, nodes.Test) and node.name not in _TESTS else ""


def _filled(template: Template, values: dict[str, Any]) -> str:
    meter = Meter()
    parts: list[str] = []
    try:
        for part in template.generate(_meter=meter, **values):
            meter.tick(size=len(part))
            parts.append(part)
    except Refused:
        raise
    except RecursionError as fault:
        raise Refused(msg(N_("The template is nested too deeply."))) from fault
    except Exception as fault:  # whatever a filter makes of a value that it was not meant for
        raise Refused(wrong(_line_of(fault), getattr(fault, "message", None) or str(fault))) from fault
    return "".join(parts)


def _line_of(fault: Exception) -> int:
    """Give the line of the template where it broke; Jinja names the file in the trace as it was compiled."""
    trace, line = fault.__traceback__, 1
    while trace:
        if trace.tb_frame.f_code.co_filename == "template":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _metered(known: Callable[..., Any]) -> Callable[..., Any]:
    """Give a filter that keeps to the clock."""
    passed = getattr(known, "jinja_pass_arg", None)

    @pass_context
    def kept(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        _meter(context).tick()
        inner = {"_PassArg.eval_context": context.eval_ctx, "_PassArg.environment": context.environment}
        first = (inner.get(str(passed), context),) if passed else ()
        return known(*first, value, *arguments, **named)

    return kept


def _meter(context: Context) -> Meter:
    meter = context.resolve("_meter")
    return meter if isinstance(meter, Meter) else Meter()


@pass_context
def _join(context: Context, value: Any, between: str = "") -> str:
    """Join the words of a list, with something short between them."""
    _meter(context).tick()
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise TypeError("join needs a list of words")
    return str(between)[:_LONGEST_GAP].join(map(str, value))


@pass_context
def _rounds(context: Context, value: Any) -> Iterable[Any]:
    """Give the entries of a list for a loop, each counted."""
    if isinstance(value, Undefined):
        iter(value)  # it says what is not known
    if not isinstance(value, list):
        raise TypeError("only a list can be looped over")
    return _counted(value, _meter(context))


def _counted(entries: list[Any], meter: Meter) -> Iterator[Any]:
    for entry in entries:
        meter.tick(rounds=1)
        yield entry
