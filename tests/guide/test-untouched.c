/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"
#include "vac-edition.h"
#include "vac-reviewed.h"
#include "vac-untouched.h"

/* What tells a part of a posting that nobody has touched, and one that somebody has reviewed. */

#define GUIDE "machine-learning-engineer"

typedef struct
{
  VacGuideLibrary *library;
  VacDocument     *guide;
  VacDocument     *posting;
} Desk;

static void
desk_clear (Desk *self)
{
  vac_guide_library_free (self->library);
  g_object_unref (self->guide);
  g_object_unref (self->posting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static Desk
set_up (void)
{
  Desk self = { .library = vac_guide_library_new (NULL) };

  self.posting = vac_guide_open (vac_guide_library_find (self.library, GUIDE), NULL);
  self.guide = vac_edition_open_source (self.library, self.posting);
  g_assert_nonnull (self.guide);

  return self;
}

static VacNode *
find (Desk       *desk,
      const char *path)
{
  g_autoptr (GError) error = NULL;
  VacNode *node = vac_node_lookup (vac_document_get_root (desk->posting), path, &error);

  g_assert_no_error (error);

  return node;
}

static gboolean
is_untouched (Desk       *desk,
              const char *part)
{
  return vac_untouched_is (desk->posting, find (desk, part), desk->guide);
}

static void
count_touched (Desk    *desk,
               VacNode *node,
               guint   *n)
{
  const VacRole role = vac_node_get_role (node);

  if (role == VAC_ROLE_SECTION || role == VAC_ROLE_JOB)
    *n += !vac_untouched_is (desk->posting, node, desk->guide);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    count_touched (desk, vac_node_get_child (node, i), n);
}

static guint
get_n_touched (Desk *desk)
{
  guint n = 0;

  count_touched (desk, vac_document_get_root (desk->posting), &n);

  return n;
}

static void
test_touched (void)
{
  static const struct
  {
    const char *leaf;
    const char *text;
    const char *part;
    guint       n_parts;   /* the pay is in the job, and in the section that details it */
  } cases[] = {
    { "sections.0.text", "Come.", "sections.0", 1 },
    { "sections.0.text", "", "sections.0", 1 },
    { "sections.1.title", "Reasons", "sections.1", 1 },
    { "sections.1.sections.0.items.2.text", "One", "sections.1.sections.0", 1 },
    { "sections.1.sections.0.items.2.include", "false", "sections.1.sections.0", 1 },
    { "sections.1.sections.0.items.0.include", "true", "sections.1.sections.0", 1 },
    { "job.employer.name", "Acme", "job", 1 },
    { "job.openings", "7", "job", 1 },
    { "job.pay.minimum", "123000", "job", 2 },
    { "sections.0.include", "false", NULL, 0 },
  };
  g_auto (Desk) desk = set_up ();

  g_assert_cmpuint (get_n_touched (&desk), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].leaf);
      g_assert_true (vac_document_set_text (desk.posting, find (&desk, cases[i].leaf),
                                            cases[i].text));
      g_assert_cmpuint (get_n_touched (&desk), ==, cases[i].n_parts);
      g_assert_true (cases[i].part == NULL || !is_untouched (&desk, cases[i].part));
      vac_document_undo (desk.posting);
      g_assert_cmpuint (get_n_touched (&desk), ==, 0);
    }
}

static void
test_items (void)
{
  g_auto (Desk) desk = set_up ();
  VacNode *items = find (&desk, "sections.1.sections.0.items");
  VacNode *item = vac_node_get_child (items, 0);
  g_autoptr (VacNode) copy = vac_node_copy (item);

  vac_document_move (desk.posting, item, 1);
  g_assert_cmpuint (get_n_touched (&desk), ==, 0);
  vac_document_remove (desk.posting, item);
  g_assert_cmpuint (get_n_touched (&desk), ==, 1);
  vac_document_append (desk.posting, items, copy);
  g_assert_cmpuint (get_n_touched (&desk), ==, 0);

  /* One twice, in place of another. */
  vac_document_set_text (desk.posting, vac_node_get (vac_node_get_child (items, 0),
                                                     VAC_ROLE_ITEM_TEXT),
                         vac_node_get_member_text (copy, VAC_ROLE_ITEM_TEXT));
  g_assert_cmpuint (get_n_touched (&desk), ==, 1);
}

static void
test_no_guide (void)
{
  g_auto (Desk) desk = set_up ();

  vac_document_set_text (desk.posting, find (&desk, "guide.id"), "nobody-has-it");
  g_assert_null (vac_edition_open_source (desk.library, desk.posting));
}

static void
test_reviewed (void)
{
  g_auto (Desk) desk = set_up ();
  VacNode *section = find (&desk, "sections.0");
  VacNode *text = vac_node_get (section, VAC_ROLE_SECTION_TEXT);
  VacNode *list = vac_document_get (desk.posting, VAC_ROLE_REVIEWED);

  g_assert_false (vac_reviewed_has (desk.posting, section));
  g_assert_true (vac_reviewed_set (desk.posting, section, TRUE));
  g_assert_true (vac_reviewed_set (desk.posting, find (&desk, "job"), TRUE));
  g_assert_true (vac_reviewed_has (desk.posting, section));
  g_assert_true (vac_reviewed_has (desk.posting, find (&desk, "job")));
  g_assert_false (vac_reviewed_has (desk.posting, find (&desk, "sections.1")));

  /* It is about what was read, wherever that stands. */
  vac_document_set_toggle (desk.posting, vac_node_get (section, VAC_ROLE_SECTION_INCLUDE), FALSE);
  vac_document_move (desk.posting, section, 2);
  g_assert_true (vac_reviewed_has (desk.posting, section));
  vac_document_set_text (desk.posting, text, "Come.");
  g_assert_false (vac_reviewed_has (desk.posting, section));
  vac_document_undo (desk.posting);
  g_assert_true (vac_reviewed_has (desk.posting, section));

  /* A mark that no longer counts makes way for the next one, in one step. */
  vac_document_set_text (desk.posting, text, "Come.");
  g_assert_true (vac_reviewed_set (desk.posting, section, TRUE));
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 2);
  g_assert_cmpstr (vac_document_get_undo_label (desk.posting), ==, "Mark as Reviewed");
  vac_document_undo (desk.posting);
  g_assert_false (vac_reviewed_has (desk.posting, section));
  vac_document_redo (desk.posting);
  g_assert_true (vac_reviewed_set (desk.posting, section, FALSE));
  g_assert_false (vac_reviewed_has (desk.posting, section));
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 1);
  g_assert_false (vac_reviewed_set (desk.posting, section, FALSE));
}

static void
test_unnamed (void)
{
  g_auto (Desk) desk = set_up ();
  VacNode *section = find (&desk, "sections.0");

  vac_document_set_text (desk.posting, vac_node_get (section, VAC_ROLE_SECTION_ID), "");
  g_assert_false (vac_reviewed_can_set (section));
  g_assert_false (vac_reviewed_set (desk.posting, section, TRUE));
}

static void
test_guide (void)
{
  g_auto (Desk) desk = set_up ();
  g_autoptr (VacDocument) guide = NULL;

  vac_reviewed_set (desk.posting, find (&desk, "sections.0"), TRUE);
  guide = vac_guide_make (desk.posting, "ours", "Ours");
  g_assert_false (vac_reviewed_has (guide, vac_document_find_section (guide,
                                                                      "position-overview")));
  g_assert_true (vac_reviewed_has (desk.posting, find (&desk, "sections.0")));
}

static void
test_language (void)
{
  g_auto (Desk) desk = set_up ();
  VacEditionSwitch result;

  vac_reviewed_set (desk.posting, find (&desk, "sections.0"), TRUE);
  vac_edition_switch_language (desk.library, desk.posting, "de", &result);
  g_assert_cmpuint (result.n_texts, ==, 0);
  g_assert_false (vac_reviewed_has (desk.posting, find (&desk, "sections.0")));
  g_clear_object (&desk.guide);
  desk.guide = vac_edition_open_source (desk.library, desk.posting);
  g_assert_cmpuint (get_n_touched (&desk), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/untouched/a-change-touches-the-part-that-it-is-in", test_touched);
  g_test_add_func ("/untouched/bullets-are-known-by-what-they-say", test_items);
  g_test_add_func ("/untouched/nothing-is-known-without-the-guide", test_no_guide);
  g_test_add_func ("/untouched/another-language-is-still-the-guides", test_language);
  g_test_add_func ("/reviewed/a-mark-counts-while-the-part-says-the-same", test_reviewed);
  g_test_add_func ("/reviewed/what-has-no-id-is-not-marked", test_unnamed);
  g_test_add_func ("/reviewed/a-new-guide-has-no-marks", test_guide);

  return g_test_run ();
}
