"""Each fault of engineering/reliability.md §2 (S01 to S22) is a test that pytest collects: no number without one, none under a name that is gone."""

from __future__ import annotations

import ast

import pytest

from tests.conftest import ROOT

FAULTS = {
    "S01 open_by_x": ("hosts/closed/test_faults_owners.py::test_s01_open_by_somebody_names_them", "hosts/samba/test_samba.py::test_s01_while_excel_has_it_open_others_read_and_nothing_else"),
    "S02 stale_owner": ("hosts/closed/test_faults_owners.py::test_s02_s03_an_owner_file_refuses_every_write", "jobs/test_unlock.py::test_a_dead_machines_lock_goes_and_the_workbook_is_written"),
    "S03 lo_lock": ("hosts/closed/test_faults_owners.py::test_s02_s03_an_owner_file_refuses_every_write", "jobs/test_open_elsewhere.py::test_every_write_is_refused_and_nothing_changes"),
    "S04 changed_since_read": ("hosts/closed/test_faults_changed.py::test_s04_changed_since_read_keeps_both", "hosts/samba/test_samba.py::test_s04_while_anybody_reads_it_it_is_neither_deleted_nor_renamed"),
    "S05 kill9_save": ("hosts/closed/test_faults_killed.py::test_s05_kill_9_at_random_times", "hosts/closed/test_faults_killed.py::test_s05_kill_9_before_each_step"),
    "S06 kill9_batch": ("batch/test_running.py::test_killed_by_power_it_goes_on_where_it_was", "jobs/test_issuing.py::test_a_power_cut_loses_no_number_and_leaves_no_half_paper"),
    "S07 disk_full": ("hosts/closed/test_faults_disk.py::test_s07_a_full_disk_loses_nothing",),
    "S08 readonly_share": ("hosts/closed/test_faults_disk.py::test_s08_a_folder_without_write_right", "hosts/closed/test_point_of_commit.py::test_s08_a_folder_nobody_may_enter_is_told"),
    "S09 share_gone": ("hosts/closed/test_faults_disk.py::test_s09_a_share_that_comes_back_is_waited_for", "hosts/closed/test_point_of_commit.py::test_s09_a_folder_whose_state_cannot_be_asked_is_waited_for"),
    "S10 long_path": ("hosts/closed/test_faults_owners.py::test_s10_a_path_too_long_is_told",),
    "S11 name_bytes": ("hosts/closed/test_faults_owners.py::test_s11_the_longest_name_still_gets_backup_and_undo", "hosts/samba/test_samba.py::test_s11_a_name_holds_255_bytes_and_no_letter_more"),
    "S12 nfc_nfd_twins": ("hosts/closed/test_faults_owners.py::test_s12_twins_are_both_named", "hosts/samba/test_samba.py::test_s12_two_spellings_are_two_files_and_small_letters_the_same_file"),
    "S13 two_secretaries": ("jobs/test_many_at_once.py::test_numbers_taken_at_once_are_distinct_and_none_is_lost", "hosts/test_numbers.py::test_eight_secretaries_never_hold_the_same_number"),
    "S14 stale_lock_other_host": ("jobs/test_unlock.py::test_a_dead_machines_lock_goes_and_the_workbook_is_written", "jobs/test_unlock.py::test_both_programs_and_a_run_of_ours"),
    "S15 clock_back": ("hosts/closed/test_point_of_commit.py::test_s15_undo_goes_by_sequence", "hosts/closed/test_point_of_commit.py::test_s15_the_backup_just_made_is_never_pruned"),
    "S16 log_edited": ("hosts/log/test_chain.py::test_one_byte_changed_names_the_line",),
    "S17 log_cut": ("hosts/log/test_chain.py::test_a_tail_cut_off", "jobs/test_verify.py::test_the_head_is_printed_below_the_figures_of_the_year"),
    "S18 output_exists": ("hosts/closed/test_save.py::test_a_new_file_never_takes_the_place_of_another",),
    "S19 template_code": ("documents/test_hostile_templates.py::test_depth_size_and_time_are_limited", "documents/test_render.py::test_a_template_may_not_run_anything"),
    "S20 missing_field": ("documents/test_render.py::test_a_template_that_asks_for_an_unknown_field_is_refused", "documents/test_hostile_templates.py::test_the_field_that_was_meant_is_named_with_its_paragraph"),
    "S21 no_network": ("architecture/test_no_network.py::test_a_process_that_a_test_starts_is_watched_too", "architecture/test_no_network.py::test_a_connection_of_this_process_is_stopped_and_noted"),
    "S22 mat_stamp": ("jobs/test_secrecy.py::test_every_door_stops", "documents/test_hostile_templates.py::test_a_stamp_is_found_however_it_is_set"),
}  # fmt: skip
MARKED = frozenset({"libreoffice", "browser", "windows", "proof", "shared"})


def test_every_number_has_its_tests():
    """S01 to S22, in order."""
    assert [fault.split()[0] for fault in FAULTS] == [f"S{number:02d}" for number in range(1, 23)]


@pytest.mark.parametrize("fault", FAULTS)
def test_they_are_collected(fault):
    """A function of that name, in a file pytest reads, on no machine left out but where `make system` was not run."""
    for where in FAULTS[fault]:
        file, _, name = where.partition("::")
        path = ROOT / "tests" / file
        found = [one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.FunctionDef) and one.name == name]
        assert path.name.startswith("test_"), where
        assert len(found) == 1, where
        marks = {part.attr for decorator in found[0].decorator_list for part in ast.walk(decorator) if isinstance(part, ast.Attribute)}
        assert not marks & {"skip", "skipif", "xfail"}, where
