"""Where lessons and progress meet on paper: tables for the trainer's pages and for files. No Qt."""
