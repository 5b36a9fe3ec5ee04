"""Dialogs of the ribbon that are answered from a list."""


class Answers:
    """Dialogs that are answered from a list; a closed dialog is None."""

    def __init__(self, *answers):
        self.answers, self.asked, self.told = list(answers), [], []

    def _next(self, prompt):
        self.asked.append(prompt)
        return self.answers.pop(0)

    def choose_files(self, prompt):
        return self._next(prompt) or []

    def choose_folder(self, prompt, start):
        assert start.is_dir()
        return self._next(prompt)

    def ask_text(self, prompt, default):
        self.asked.append(default)
        return self._next(prompt)

    def confirm(self, prompt):
        return self._next(prompt)

    def tell(self, text):
        self.told.append(text)
