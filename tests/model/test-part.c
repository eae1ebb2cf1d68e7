/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "support.h"
#include "vac-node-build.h"
#include "vac-part.h"

#define PART(members) \
  "{'format':'vacancy-posting','version':3,'job':{'title':'Engineer'},'sections':[{" members "}]}"

static const struct
{
  const char *file;
  gboolean    is_blank;
  gboolean    has_unfilled;
} cases[] = {
  { PART ("'title':'Overview'"), TRUE, FALSE },
  { PART ("'text':'Plain.'"), FALSE, FALSE },
  { PART ("'text':'At {{employer}}.'"), FALSE, TRUE },
  { PART ("'text':'At \\u007b{employer}}.'"), FALSE, TRUE },
  { PART ("'text':'A {{title}}.'"), FALSE, FALSE },
  { PART ("'title':'{{employer}}'"), TRUE, TRUE },
  { PART ("'items':[{'text':'a'},{'text':'b {{employer}}'}]"), FALSE, TRUE },
  { PART ("'items':[{'text':'a'},{'label':'{{employer}}','text':'b'}]"), FALSE, TRUE },
  { PART ("'items':[{'text':'b {{employer}}','include':false}]"), TRUE, FALSE },
  { PART ("'items':[{'text':'b {{employer}}','include':false},{'text':'a'}]"), FALSE, FALSE },
  /* A subsection has an entry of its own. */
  { PART ("'sections':[{'text':'At {{employer}}.'}]"), FALSE, FALSE },
  { PART ("'sections':[{'title':'Overview'}]"), TRUE, FALSE },
};

static void
test_what_a_part_holds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = support_read_quoted (cases[i].file);
      VacNode *part = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);

      g_test_message ("%s", cases[i].file);
      g_assert_cmpint (vac_part_has_unfilled (document, part), ==, cases[i].has_unfilled);
      g_assert_cmpint (vac_part_is_blank (document, part), ==, cases[i].is_blank);
      g_assert_cmpint (vac_part_has_unfilled (document, part), ==, cases[i].has_unfilled);
    }
}

static void
test_nothing_is_made_to_look_for_placeholders (void)
{
  g_autoptr (VacDocument) document =
      support_read_quoted (PART ("'items':[{'text':'a'},{'text':'{{employer}}'},{'text':'c'}]"));
  VacNode *part = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);
  VacNode *items = vac_node_get (part, VAC_ROLE_SECTION_ITEMS);
  VacUnread unread;

  g_assert_true (vac_part_has_unfilled (document, part));
  g_assert_true (vac_node_peek_unread (items, 0, &unread));
  g_assert_false (vac_node_peek_unread (items, 1, &unread));
  g_assert_true (vac_node_peek_unread (items, 2, &unread));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/part/what-it-holds", test_what_a_part_holds);
  g_test_add_func ("/part/nothing-is-made-to-look-for-placeholders",
                   test_nothing_is_made_to_look_for_placeholders);

  return g_test_run ();
}
