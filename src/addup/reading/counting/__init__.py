"""What each kind of amount counts; `addup.reading.counted` asks the module of its kind."""
