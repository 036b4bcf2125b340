"""One file format a module; all of them run in the worker process, never in the app itself."""
