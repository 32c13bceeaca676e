//! The page in a real Chromium, by the handles that are there for tests and embedders.
//!
//! `cargo xtask test browser` builds the page and runs this. All tests share one browser, one
//! after another; each begins on a fresh page and fails on any error or warning in the console.

#![cfg(not(target_arch = "wasm32"))]

mod axes;
mod compare;
mod course;
mod edits;
mod embedding;
mod ends;
mod harness;
mod hosting;
mod interventions;
mod large;
mod live;
mod looks;
mod native;
mod predict;
mod sharing;
mod steps;
mod tasks;
mod timeline;
mod trial;
mod why;

use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use harness::{Browser, Page};
use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let shared = Arc::new(Mutex::new(None));
    let mut trials = Vec::new();
    macro_rules! tests {
        ($($test:path),* $(,)?) => { $( trials.push(trial(&shared, stringify!($test), $test)); )* };
    }
    tests![
        live::the_default_scenario,
        live::paused_and_resumed,
        live::at_another_speed,
        edits::a_bar_is_dragged,
        edits::a_bar_is_dragged_by_touch,
        edits::every_combinator_is_chosen,
        edits::a_mistake_is_told,
        edits::a_change_is_undone_and_redone,
        edits::the_editor_indents,
        ends::an_error_stands_at_its_line,
        ends::a_server_is_shown_to_the_horizon,
        steps::forth_and_back_over_the_whole_run,
        timeline::a_bar_without_a_handle_says_why,
        timeline::bars_of_one_number_belong_together,
        timeline::a_step_is_edited_by_keys,
        timeline::a_step_is_inserted_from_the_menu,
        timeline::a_step_is_deleted_by_touch,
        timeline::the_first_task_is_added_to_an_empty_page,
        timeline::work_is_kept_over_a_reload,
        timeline::menus_have_their_pictures_taken,
        axes::a_menu_leaves_the_axis_as_it_is,
        axes::each_step_has_a_column,
        axes::a_link_names_the_axis,
        axes::what_is_looked_at_from_near_is_dragged,
        axes::two_fingers_zoom,
        axes::both_axes_have_their_pictures_taken,
        interventions::a_live_run_is_the_run_of_its_link,
        interventions::by_keys,
        interventions::by_touch_and_dragged,
        compare::what_differs_is_told,
        compare::what_cannot_be_written_says_why,
        large::a_thousand_lanes,
        large::a_crowd_is_told_and_entered,
        tasks::tasks_are_edited_by_pointer,
        tasks::lanes_are_carried,
        tasks::tasks_are_edited_by_keys,
        tasks::a_task_is_removed_by_touch,
        tasks::a_refused_edit_says_why,
        trial::a_newcomer_builds_a_scenario,
        embedding::a_page_embeds_by_tags,
        embedding::a_frame_hears_its_own_page_alone,
        embedding::methods_and_events,
        embedding::a_prediction_is_told,
        embedding::the_poorest_pages_can_embed,
        embedding::a_narrow_frame_can_be_used,
        embedding::five_share_the_download,
        course::five_embeds_share_the_download,
        course::the_page_answers_a_prediction,
        course::the_page_has_its_picture_taken,
        sharing::the_address_follows_the_work,
        sharing::a_link_opens_at_its_step,
        sharing::what_came_by_a_link_is_kept_on_request,
        sharing::a_bad_link_leaves_the_work_alone,
        sharing::what_would_run_for_long_is_asked_for,
        sharing::the_link_is_shown_and_copied,
        sharing::files_are_exported,
        sharing::the_page_lasts_without_a_network,
        hosting::below_a_folder_under_a_policy,
        hosting::a_second_visit_downloads_little,
        predict::lines_are_put_in_order,
        predict::every_output_can_be_predicted,
        why::each_step_says_why,
        why::turn_by_turn,
        why::output_leads_to_its_step,
        why::a_mistake_is_mended,
        why::the_loop_says_what_would_wake,
        why::bars_and_lines_belong_together,
        looks::at_three_sizes_light_and_dark,
        looks::in_the_middle_of_a_run,
        looks::with_a_mistake,
        looks::every_pane_of_a_phone,
    ];
    let conclusion = libtest_mimic::run(&arguments, trials);
    // The browser goes with the last trial.
    drop(shared);
    conclusion.exit_code()
}

type Shared = Arc<Mutex<Option<Browser>>>;

/// A test on the shared browser, which the first to come starts.
fn trial(shared: &Shared, name: &str, test: impl AsyncFn(&Page) -> Result<()> + Send + 'static) -> Trial {
    let shared = Arc::clone(shared);
    Trial::test(name, move || {
        // A test that panicked leaves the browser as it is; the next opens a fresh page.
        let mut browser = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let browser = match &mut *browser {
            Some(browser) => browser,
            none => none.insert(Browser::start().map_err(|error| format!("{error:#}"))?),
        };
        browser.run(test).map_err(|error| format!("{error:#}").into())
    })
}
