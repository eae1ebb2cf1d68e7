/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-outline.h"
#include "vac-writer.h"

/* Bold words and links, by key. */

#define SECTION "technical-skills"

#define ROUNDING 1   /* of the height of a line, in pixels */

static VacNode *
get_leaf (Editor *editor)
{
  return vac_node_get (vac_node_get_child (editor_get_items (editor, SECTION), 0),
                       VAC_ROLE_ITEM_TEXT);
}

static Editor *
open_with (const char *text,
           int         caret)
{
  Editor *editor = editor_open_section (SECTION);

  vac_document_set_text (editor->document, get_leaf (editor), text);
  editor_place_caret (editor, get_leaf (editor), caret);

  return editor;
}

static void
assert_text (Editor     *editor,
             const char *text)
{
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, text);
}

/* Which words of the widget have a tag. */
static char *
list_tagged (Editor     *editor,
             const char *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (editor_find (editor, get_leaf (editor))));
  GtkTextTag *found = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), tag);
  GString *words = g_string_new (NULL);
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  for (; found != NULL && !gtk_text_iter_is_end (&at); gtk_text_iter_forward_char (&at))
    if (gtk_text_iter_has_tag (&at, found))
      g_string_append_unichar (words, gtk_text_iter_get_char (&at));

  return g_string_free (words, FALSE);
}

static void
assert_tagged (Editor     *editor,
               const char *bold,
               const char *link,
               const char *signs)
{
  g_autofree char *is_bold = list_tagged (editor, "vac-bold");
  g_autofree char *is_link = list_tagged (editor, "vac-link");
  g_autofree char *are_signs = list_tagged (editor, "vac-sign");

  g_assert_cmpstr (is_bold, ==, bold);
  g_assert_cmpstr (is_link, ==, link);
  g_assert_cmpstr (are_signs, ==, signs);
}

/* The file holds it, and readers see it. */
static void
assert_written (Editor     *editor,
                const char *part,
                const char *bold)
{
  g_autoptr (GBytes) bytes = vac_write_document (editor->document);
  g_autofree char *file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (VacOutline) outline = vac_outline_new (editor->document, VAC_AUDIENCE_CANDIDATE);

  g_assert_nonnull (strstr (file, part));
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);
      const VacEmphasis *emphasis;

      if (block->parts == NULL)
        continue;
      emphasis = &g_array_index (block->parts, VacEmphasis, 0);
      g_assert_true (g_str_has_prefix (block->text + emphasis->start, bold));
      return;
    }
  g_assert_not_reached ();
}

static void
test_bold_is_one_step (void)
{
  Editor *editor = open_with ("plain ", 6);

  editor_type (editor, "words");
  editor_press (editor, GDK_KEY_b, GDK_CONTROL_MASK);
  assert_text (editor, "plain **words**");
  assert_tagged (editor, "words", "", "****");
  assert_written (editor, "plain **words**", "words");
  g_assert_cmpint (editor_get_caret (editor), ==, 13);

  editor_type (editor, "y");
  assert_text (editor, "plain **wordsy**");
  assert_tagged (editor, "wordsy", "", "****");
  vac_document_undo (editor->document);
  vac_document_undo (editor->document);
  editor_settle ();
  assert_text (editor, "plain words");
  assert_tagged (editor, "", "", "");
  vac_document_redo (editor->document);
  editor_settle ();
  assert_text (editor, "plain **words**");
  editor_close (editor);
}

static void
test_bold_is_taken_off (void)
{
  Editor *editor = open_with ("one two three", 4);

  for (guint i = 0; i < 3; i++)
    editor_press (editor, GDK_KEY_Right, GDK_SHIFT_MASK);
  editor_press (editor, GDK_KEY_b, GDK_CONTROL_MASK);
  assert_text (editor, "one **two** three");
  editor_press (editor, GDK_KEY_b, GDK_CONTROL_MASK);
  assert_text (editor, "one two three");
  editor_close (editor);
}

static void
test_link (void)
{
  Editor *editor = open_with ("see jobs", 6);

  editor_press (editor, GDK_KEY_k, GDK_CONTROL_MASK);
  editor_type (editor, "example.com/a");
  editor_press (editor, GDK_KEY_Return, 0);
  assert_text (editor, "see [jobs](https://example.com/a)");
  assert_tagged (editor, "", "jobs", "[](https://example.com/a)");
  g_assert_true (gtk_window_get_focus (editor->window) == editor_find (editor, get_leaf (editor)));
  g_assert_cmpint (editor_get_caret (editor), ==, 7);

  vac_document_undo (editor->document);
  editor_settle ();
  assert_text (editor, "see jobs");
  editor_close (editor);
}

static void
test_no_link (void)
{
  Editor *editor = open_with ("see jobs", 6);

  editor_press (editor, GDK_KEY_k, GDK_CONTROL_MASK);
  editor_type (editor, "nowhere");
  editor_press (editor, GDK_KEY_Return, 0);
  assert_text (editor, "see jobs");
  editor_press (editor, GDK_KEY_Escape, 0);
  assert_text (editor, "see jobs");
  editor_close (editor);
}

/* A line of bold words may need more room than the same words would. */
static void
test_height (void)
{
  Editor *editor = open_with ("", 0);
  GtkWidget *area = editor_find (editor, get_leaf (editor));

  for (guint n = 1; n < 30; n++)
    {
      g_autofree char *words = g_strnfill (n * 8, 'm');
      g_autofree char *text = g_strdup_printf ("**%s** tail", words);
      GtkTextIter end;
      GdkRectangle last;

      vac_document_set_text (editor->document, get_leaf (editor), text);
      editor_settle ();
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), &end);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (area), &end, &last);
      g_assert_cmpint (last.y + last.height, <=, gtk_widget_get_height (area) + ROUNDING);
    }
  editor_close (editor);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/emphasizer/bold-is-one-step", test_bold_is_one_step);
  g_test_add_func ("/emphasizer/bold-is-taken-off", test_bold_is_taken_off);
  g_test_add_func ("/emphasizer/an-address-makes-a-link", test_link);
  g_test_add_func ("/emphasizer/what-is-no-address-makes-none", test_no_link);
  g_test_add_func ("/emphasizer/bold-words-have-room", test_height);

  return g_test_run ();
}
