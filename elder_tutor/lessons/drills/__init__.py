"""Safety drills: genuine and fraudulent messages, calls and requests, judged by what somebody does."""
