"""Tables of the history file, and how a file of an earlier version becomes one of today.

Any SQLite tool can ask it: `select at, command from run order by number`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

PAST = """
create table past (
  name text not null,  -- the workbook's table, such as ItemDay
  key text not null,   -- JSON list of the key as text, the day's serial number first
  day text not null,   -- the day as 2026-11-12
  cells text not null, -- JSON object: cell by column id, blank ones left out
  primary key (name, key)
) without rowid;
create index past_day on past (name, day);
"""
RUNS = """
alter table past add column run text;         -- id of the run that wrote the row
alter table past add column file text;        -- id of the file it came from, as in the workbook's Imports
alter table past add column sheet text;       -- the sheet of the file
alter table past add column row integer;      -- the row of the sheet; 0 where several were added up
create table run (
  number integer primary key, -- in the order they were made
  id text not null unique,    -- the workbook's property opsbook_run names the last one that wrote it
  parent text not null,       -- the run before it; empty for the first
  at text not null,           -- when, as 2026-11-12T09:10:05
  command text not null,      -- JSON list of words
  kind text not null,         -- command, made, undo, restore
  target text not null,       -- the run an undo took back; the last run before a restore
  inputs text not null,       -- JSON list of [file name, sha256]
  backup text not null,       -- the workbook as it was before, among its backups
  applied integer not null    -- 1 while the rows of past are those after this run
);
create table change (         -- what runs changed in the workbook, row by row
  run text not null,
  name text not null,         -- the workbook's table; empty for named cells
  key text not null,          -- JSON list of the key as text
  what text not null,         -- changed, added, dropped
  cells text not null,        -- JSON object: [before, after] by column id
  origins text not null,      -- JSON list of [file id, sheet, row, [column ids]]
  primary key (run, name, key)
) without rowid;
create index change_key on change (name, key);
create table former (         -- what stands on the other side of a run: rows of past before it, or after it while it is not applied
  run text not null,
  name text not null,
  key text not null,
  day text not null,
  cells text,                 -- null where there was no such row
  wrote text, file text, sheet text, row integer, -- run, file, sheet and row of that row
  primary key (run, name, key)
) without rowid;
"""
STEPS = (PAST, RUNS)
VERSION = len(STEPS)


def version_of(base: "sqlite3.Connection") -> int:
    """Which version wrote a history file; 0 while it is empty."""
    (version,) = base.execute("pragma user_version").fetchone()
    return int(version)


def bring_up_to_date(base: "sqlite3.Connection") -> None:
    """Give a history file the tables of today; all of it or nothing."""
    version = version_of(base)
    if version < VERSION:
        steps = "".join(STEPS[version:])
        base.executescript(f"begin immediate; {steps} pragma user_version = {VERSION}; commit;")
