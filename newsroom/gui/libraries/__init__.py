"""Which library the window opens: a file, one on a server, or one that was open before; and copying one."""
