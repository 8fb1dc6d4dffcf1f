"""The rules, one module a family of sheets; `addin.core.catalogue` lists them and runs them.

`rule` is what a rule is made with, `context` what it may ask. `blanks`, `roll`, `periods`, `repeats`,
`plan_subjects` and others hold the questions several families ask.
"""
