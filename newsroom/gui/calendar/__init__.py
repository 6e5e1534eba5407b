"""The calendar: days, weeks and months by publish time, in which stories are moved to other hours."""
