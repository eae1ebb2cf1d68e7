/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-item-list.h"
#include "vac-item-row.h"
#include "waiting.h"

#define SECTION "technical-skills"

static VacNode *
get_leaf (Editor *editor,
          guint   position)
{
  return vac_node_get (vac_node_get_child (editor_get_items (editor, SECTION), position),
                       VAC_ROLE_ITEM_TEXT);
}

static guint
count_items (Editor *editor)
{
  return vac_node_get_n_children (editor_get_items (editor, SECTION));
}

static void
test_typing (void)
{
  Editor *editor = editor_open_section (SECTION);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "work");
  editor_place_caret (editor, get_leaf (editor, 0), 4);
  editor_type (editor, " hard");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "work hard");
  g_assert_cmpint (editor_get_caret (editor), ==, 9);
  editor_close (editor);
}

static void
test_enter (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 1), "one two");
  editor_place_caret (editor, get_leaf (editor, 1), 4);
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpuint (count_items (editor), ==, before + 1);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 1), ==, "one ");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 2), ==, "two");
  g_assert_true (gtk_window_get_focus (editor->window) ==
                 editor_find (editor, get_leaf (editor, 2)));
  g_assert_cmpint (editor_get_caret (editor), ==, 0);

  vac_document_undo (editor->document);
  editor_settle ();
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 1), ==, "one two");
  editor_close (editor);
}

static void
test_shift_enter (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "ab");
  editor_place_caret (editor, get_leaf (editor, 0), 1);
  editor_press (editor, GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "a\nb");
  editor_close (editor);
}

static void
test_backspace_joins (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "one ");
  vac_document_set_text (editor->document, get_leaf (editor, 1), "two");
  editor_place_caret (editor, get_leaf (editor, 1), 0);
  editor_press (editor, GDK_KEY_BackSpace, 0);
  g_assert_cmpuint (count_items (editor), ==, before - 1);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "one two");
  g_assert_true (gtk_window_get_focus (editor->window) ==
                 editor_find (editor, get_leaf (editor, 0)));
  g_assert_cmpint (editor_get_caret (editor), ==, 4);
  editor_close (editor);
}

static void
test_backspace_removes_empty (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "");
  editor_place_caret (editor, get_leaf (editor, 0), 0);
  editor_press (editor, GDK_KEY_BackSpace, 0);
  g_assert_cmpuint (count_items (editor), ==, before - 1);
  g_assert_true (gtk_window_get_focus (editor->window) ==
                 editor_find (editor, get_leaf (editor, 0)));
  editor_close (editor);
}

static void
test_alt_up (void)
{
  Editor *editor = editor_open_section (SECTION);
  VacNode *item = vac_node_get_child (editor_get_items (editor, SECTION), 2);
  GtkWidget *row = editor_find (editor, item);

  editor_place_caret (editor, get_leaf (editor, 2), 5);
  editor_press (editor, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpuint (vac_node_get_position (item), ==, 1);
  g_assert_true (editor_find (editor, item) == row);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);
  g_assert_true (gtk_window_get_focus (editor->window) ==
                 editor_find (editor, get_leaf (editor, 1)));
  g_assert_cmpint (editor_get_caret (editor), ==, 5);

  editor_press (editor, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (vac_node_get_position (item), ==, 2);
  editor_close (editor);
}

static void
assert_no_drop_line (GtkWidget *widget)
{
  g_assert_false (gtk_widget_has_css_class (widget, "vac-drop-above") ||
                  gtk_widget_has_css_class (widget, "vac-drop-below"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_no_drop_line (child);
}

static void
test_drag (void)
{
  Editor *editor = editor_open_section ("required-qualifications");
  VacNode *items = editor_get_items (editor, "education-experience");
  VacNode *item = vac_node_get_child (items, 3);
  GtkWidget *handle = editor_find_child (editor_find (editor, item), GTK_TYPE_IMAGE);

  editor_drag (editor, handle, editor_find (editor, vac_node_get_child (items, 1)), 4);
  g_assert_cmpuint (vac_node_get_position (item), ==, 1);
  assert_no_drop_line (GTK_WIDGET (editor->window));
  vac_document_undo (editor->document);
  g_assert_cmpuint (vac_node_get_position (item), ==, 3);

  handle = editor_find_child (editor_find (editor, item), GTK_TYPE_IMAGE);
  editor_drag (editor, handle,
               editor_find (editor, vac_node_get_child (editor_get_items (editor, SECTION), 0)), 4);
  g_assert_true (vac_node_get_parent (item) == editor_get_items (editor, SECTION));
  g_assert_cmpuint (vac_node_get_position (item), ==, 0);
  vac_document_undo (editor->document);
  g_assert_true (vac_node_get_parent (item) == items);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_paste (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "ab");
  editor_place_caret (editor, get_leaf (editor, 0), 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (editor->window)),
                          "• one\n\n\xc2\xa0 2. two\n- three & <four>");
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  editor_settle ();
  g_assert_cmpuint (count_items (editor), ==, before + 2);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "aone");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 1), ==, "two");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 2), ==, "three & <four>b");
  g_assert_cmpint (editor_get_caret (editor), ==, 14);

  vac_document_undo (editor->document);
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "ab");
  editor_close (editor);
}

static void
test_paste_one_line (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "ab");
  editor_place_caret (editor, get_leaf (editor, 0), 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (editor->window)), " - ");
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  editor_settle ();
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "a - b");
  editor_close (editor);
}

static void
test_remove (void)
{
  Editor *editor = editor_open_section (SECTION);
  VacNode *item = vac_node_get_child (editor_get_items (editor, SECTION), 1);
  GtkWidget *button = editor_find_child (editor_find (editor, item), GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
  g_assert_null (vac_node_get_parent (item));
  g_assert_cmpstr (editor->removed, ==, "Item removed");
  vac_document_undo (editor->document);
  g_assert_cmpuint (vac_node_get_position (item), ==, 1);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (editor_find (editor, item))), ==,
                   1);
  editor_close (editor);
}

static void
test_special_text (void)
{
  const char *text = "R&D <b>not bold</b> &amp; {{employer}}";
  Editor *editor = editor_open_section (SECTION);
  g_autofree char *shown = NULL;
  g_autofree char *longest = g_strnfill (70000, 'x');

  for (gsize i = 8; i < strlen (longest); i += 9)
    longest[i] = ' ';
  vac_document_set_text (editor->document, get_leaf (editor, 0), text);
  shown = vac_text_area_get_text (VAC_TEXT_AREA (editor_find (editor, get_leaf (editor, 0))));
  g_assert_cmpstr (shown, ==, text);
  vac_document_set_text (editor->document, get_leaf (editor, 0), longest);
  editor_settle ();
  editor_place_caret (editor, get_leaf (editor, 0), 0);
  editor_type (editor, "a");
  g_assert_cmpuint (strlen (editor_get_item_text (editor, SECTION, 0)), ==, 70001);
  editor_close (editor);
}

static void
test_caret_stays (void)
{
  Editor *editor = editor_open_section (SECTION);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "one two three");
  editor_place_caret (editor, get_leaf (editor, 0), 9);
  vac_document_set_text (editor->document, get_leaf (editor, 0), "one hundred two three");
  g_assert_cmpint (editor_get_caret (editor), ==, 17);
  editor_close (editor);
}

static guint
count_rows (GtkWidget *list)
{
  GtkListBox *box = GTK_LIST_BOX (editor_find_child (list, GTK_TYPE_LIST_BOX));
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (box, (int) n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static void
test_long_list (void)
{
  Editor *editor = editor_open_section (SECTION);
  VacNode *items = editor_get_items (editor, SECTION);
  GtkWidget *list = editor_find (editor, items);

  while (vac_node_get_n_children (items) < 450)
    {
      g_autoptr (VacNode) item = vac_item_new (items, "more");

      vac_document_append (editor->document, items, item);
    }
  g_assert_cmpuint (count_rows (list), ==, 200);
  g_assert_true (vac_page_reveal (editor_get_page (editor), vac_node_get_child (items, 449)));
  g_assert_cmpuint (count_rows (list), ==, 50);
  g_assert_nonnull (editor_find (editor, vac_node_get_child (items, 449)));
  /* The item before the first row has one as soon as the caret goes there. */
  editor_place_caret (editor, vac_item_get_text (vac_node_get_child (items, 400)), 0);
  editor_press (editor, GDK_KEY_BackSpace, 0);
  g_assert_cmpuint (vac_node_get_n_children (items), ==, 449);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 399), ==, "moremore");
  g_assert_cmpuint (count_rows (list), ==, 249);
  editor_close (editor);
}

static void
paste (Editor     *editor,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (editor->window)), text);
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  editor_settle ();
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
test_paste_many (void)
{
  Editor *editor = editor_open_section (SECTION);
  g_autofree char *lines = repeat ("- a line\n", 20000);
  g_autofree char *more = repeat ("- a line\n", 50001);
  g_autofree char *longer = repeat ("too long ", 3000);
  g_autofree char *with_longer = g_strconcat ("- one\n- ", longer, NULL);
  GtkWidget *list = editor_find (editor, editor_get_items (editor, SECTION));
  guint before = count_items (editor);

  editor_place_caret (editor, get_leaf (editor, 0), 0);
  paste (editor, more);
  g_assert_cmpstr (
      editor->told, ==,
      "Nothing was pasted: 50001 lines are more than the 50000 that can be pasted at once.");
  paste (editor, longer);
  g_assert_cmpstr (editor->told, ==,
                   "Nothing was pasted: the text would be longer than 20000 characters.");
  g_clear_pointer (&editor->told, g_free);
  paste (editor, with_longer);
  g_assert_cmpstr (editor->told, ==,
                   "Nothing was pasted: the text would be longer than 20000 characters.");
  g_assert_false (vac_document_get_modified (editor->document));

  paste (editor, lines);
  g_assert_cmpuint (count_items (editor), ==, before + 19999);
  g_assert_cmpuint (count_rows (list), <=, 200);
  g_assert_true (gtk_window_get_focus (editor->window) ==
                 editor_find (editor, get_leaf (editor, 19999)));
  vac_page_reveal (editor_get_page (editor), vac_document_undo (editor->document));
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpuint (count_rows (list), ==, before);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
copy_html (Editor     *editor,
           const char *html,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                      NULL };
  g_autoptr (GdkContentProvider) provider = NULL;

  if (text != NULL)
    providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (providers, text != NULL ? 2 : 1);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (editor->window)), provider);
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  editor_settle ();
}

static void
test_paste_html (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  /* Nothing but HTML; a list that plain text hides; plain text that says more than the HTML. */
  vac_document_set_text (editor->document, get_leaf (editor, 0), "");
  editor_place_caret (editor, get_leaf (editor, 0), 0);
  copy_html (editor, "<p>R&amp;D</p><p><b>two</b></p>", NULL);
  g_assert_cmpuint (count_items (editor), ==, before + 1);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "R&D");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 1), ==, "two");
  vac_document_undo (editor->document);

  editor_place_caret (editor, get_leaf (editor, 0), 0);
  copy_html (editor, "<ul><li>3. Juli</li><li>2. August</li></ul>", "3. Juli 2. August");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "3. Juli");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 1), ==, "2. August");
  vac_document_undo (editor->document);

  editor_place_caret (editor, get_leaf (editor, 0), 0);
  copy_html (editor, "<pre>a</pre>", "<b>as it is</b>");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "<b>as it is</b>");
  vac_document_undo (editor->document);

  editor_place_caret (editor, get_leaf (editor, 0), 0);
  copy_html (editor, "<b>one</b> line", NULL);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "one line");
  g_assert_cmpuint (count_items (editor), ==, before);
  editor_close (editor);
}

/* A list made in Word, with its levels, and the same broken by a PDF. */
static void
test_paste_of_others (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);

  vac_document_set_text (editor->document, get_leaf (editor, 0), "");
  editor_place_caret (editor, get_leaf (editor, 0), 0);
  editor_copy_elsewhere (
      editor,
      "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
      "<span>&nbsp;&nbsp; </span></span><b>Van:</b> plan routes</p><p class=MsoListParagraph "
      "style='mso-list:l0 level2 lfo1'><span>o<span>&nbsp;&nbsp; </span></span>Check tyres</p>",
      "·\tVan: plan routes\r\no\tCheck tyres\r\n");
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  waiting_until (count_items (editor) == before + 1);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "Van: plan routes");
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 1), ==, "Check tyres");
  vac_document_undo (editor->document);
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, "");

  editor_place_caret (editor, get_leaf (editor, 0), 0);
  editor_copy_elsewhere (editor, NULL,
                         "• Plan the daily routes of twelve vans and their drivers, in coopera-\n"
                         "tion with the dispatcher\n"
                         "• Check tyres\n");
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  waiting_until (count_items (editor) == before + 1);
  g_assert_cmpstr (
      editor_get_item_text (editor, SECTION, 0), ==,
      "Plan the daily routes of twelve vans and their drivers, in cooperation with the dispatcher");
  vac_document_undo (editor->document);

  /* The whole of it is one element. */
  editor_place_caret (editor, get_leaf (editor, 0), 0);
  editor_copy_elsewhere (editor, NULL,
                         "• Plan the daily routes of twelve vans and their drivers, together with\n"
                         "  the dispatcher");
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  waiting_until (*editor_get_item_text (editor, SECTION, 0) != '\0');
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (
      editor_get_item_text (editor, SECTION, 0), ==,
      "Plan the daily routes of twelve vans and their drivers, together with the dispatcher");
  editor_close (editor);
}

static void
test_paste_elsewhere (void)
{
  Editor *editor = editor_open_section (SECTION);
  VacNode *section = vac_document_find_section (editor->document, SECTION);
  VacNode *title = vac_node_get (section, VAC_ROLE_SECTION_TITLE);
  g_autofree char *endless = repeat ("0123456789", 500000);
  g_autofree char *before = g_strdup (vac_node_get_text (title));

  editor_place_caret (editor, title, 0);
  paste (editor, endless);
  g_assert_cmpstr (vac_node_get_text (title), ==, before);
  g_assert_cmpstr (editor->told, ==,
                   "Nothing was pasted: the text would be longer than 300 characters.");
  vac_document_set_text (editor->document, title, "");
  paste (editor, "a\vb\xe2\x80\xa8" "c\x1b <d>");
  g_assert_cmpstr (vac_node_get_text (title), ==, "a b c <d>");
  vac_document_set_text (editor->document, title, "");
  copy_html (editor, "<h2>R&amp;D</h2><p>two</p>", NULL);
  g_assert_cmpstr (vac_node_get_text (title), ==, "R&D two");
  editor_close (editor);
}

static void
test_read_only (void)
{
  Editor *editor = editor_open_section (SECTION);
  guint before = count_items (editor);
  g_autofree char *text = g_strdup (editor_get_item_text (editor, SECTION, 0));

  vac_document_set_read_only (editor->document, TRUE);
  editor_place_caret (editor, get_leaf (editor, 0), 3);
  editor_type (editor, "a");
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpuint (count_items (editor), ==, before);
  g_assert_cmpstr (editor_get_item_text (editor, SECTION, 0), ==, text);
  editor_close (editor);
}

static void
test_text_area_height (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = vac_text_area_new ();
  GtkWidget *fixed = gtk_fixed_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (area));

  gtk_fixed_put (GTK_FIXED (fixed), area, 0, 0);
  gtk_window_set_child (GTK_WINDOW (window), fixed);
  gtk_text_buffer_set_text (buffer,
                            "A classification problem comes with high-cardinality columns.\n\n"
                            "How do you prepare the features, and how do you check them?\n",
                            -1);
  gtk_window_present (GTK_WINDOW (window));
  for (int width = 100; width < 400; width += 3)
    {
      int height, top, last;
      GtkTextIter end;

      gtk_widget_set_size_request (area, width, -1);
      gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (area, width, height, -1, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (area), &end, &top, &last);
      g_assert_cmpint (height, ==, top + last);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
get_height (GtkWidget *area,
            int        width)
{
  int height;

  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* GTK keeps the heights that it was told, so it has to be told whenever one is another. */
static void
test_text_area_grows (void)
{
  const int widths[] = { 120, 190, 300 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *fixed = gtk_fixed_new ();
  GtkWidget *typed = vac_text_area_new ();
  GtkWidget *other = vac_text_area_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (typed));
  guint n_grown = 0;

  gtk_fixed_put (GTK_FIXED (fixed), typed, 0, 0);
  gtk_fixed_put (GTK_FIXED (fixed), other, 0, 200);
  gtk_window_set_child (GTK_WINDOW (window), fixed);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 150; i++)
    {
      const int before = get_height (typed, widths[0]);
      g_autofree char *text = NULL;

      gtk_text_buffer_insert_at_cursor (buffer, i % 40 == 39 ? "\n" : i % 7 == 6 ? " " : "m", 1);
      text = vac_text_area_get_text (VAC_TEXT_AREA (typed));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (other)), text, -1);
      gtk_widget_queue_resize (other);
      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        g_assert_cmpint (get_height (typed, widths[j]), ==, get_height (other, widths[j]));
      n_grown += get_height (typed, widths[0]) > before;
    }
  g_assert_cmpuint (n_grown, >, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Not by color alone: a sign below the text says it, and a screen reader does. */
/* Tab goes by the middle of each widget, which is rounded. */
static void
test_tab_in_a_row (void)
{
  Editor *editor = editor_open_section (SECTION);
  GtkWidget *area = editor_find (editor, get_leaf (editor, 1));
  GtkWidget *row = gtk_widget_get_ancestor (area, VAC_TYPE_ITEM_ROW);

  for (int height = 60; height < 64; height++)
    {
      GtkWidget *focus;

      gtk_widget_set_size_request (row, -1, height);
      editor_settle ();
      gtk_widget_grab_focus (editor_find (editor, get_leaf (editor, 0)));
      editor_press (editor, GDK_KEY_Tab, 0);
      focus = gtk_window_get_focus (editor->window);
      g_assert_true (GTK_IS_BUTTON (focus));
      g_assert_false (gtk_widget_is_ancestor (focus, row));
      editor_press (editor, GDK_KEY_Tab, 0);
      g_assert_true (gtk_window_get_focus (editor->window) == area);
      editor_press (editor, GDK_KEY_Tab, 0);
      focus = gtk_window_get_focus (editor->window);
      g_assert_true (GTK_IS_BUTTON (focus) && gtk_widget_is_ancestor (focus, row));
    }
  editor_close (editor);
}

/* GTK 4.18 complains where the child of a closed expander could take the focus. */
static void
test_tab_past_closed_advice (void)
{
  Editor *editor = editor_open_section (SECTION);
  GtkWidget *expander = editor_find_child (GTK_WIDGET (editor_get_page (editor)),
                                           GTK_TYPE_EXPANDER);
  GtkWidget *advice = gtk_expander_get_child (GTK_EXPANDER (expander));

  gtk_expander_set_expanded (GTK_EXPANDER (expander), FALSE);
  editor_settle ();
  gtk_widget_grab_focus (expander);
  g_assert_false (gtk_widget_get_visible (advice));
  editor_press (editor, GDK_KEY_Tab, 0);
  g_assert_false (gtk_widget_has_focus (expander));

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  editor_settle ();
  g_assert_true (gtk_widget_get_mapped (advice));
  gtk_widget_grab_focus (expander);
  editor_press (editor, GDK_KEY_Tab, 0);
  g_assert_true (gtk_window_get_focus (editor->window) == advice);
  editor_close (editor);
}

static void
test_leaving_out (void)
{
  Editor *editor = editor_open_section (SECTION);
  VacNode *item = vac_node_get_child (editor_get_items (editor, SECTION), 1);
  VacNode *include = vac_node_get (item, VAC_ROLE_ITEM_INCLUDE);
  GtkWidget *row = editor_find (editor, item);
  GtkWidget *sign;

  editor_place_caret (editor, get_leaf (editor, 1), 3);
  editor_press (editor, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_false (vac_node_get_toggle (include));
  g_assert_true (gtk_widget_has_css_class (row, "vac-left-out"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bullet 2 of 5, Technical Skills, left out");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (editor_find (editor, get_leaf (editor, 1))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Left out, not printed");
  g_assert_cmpint (editor_get_caret (editor), ==, 3);

  sign = editor_find_child (row, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (sign));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (sign), ==, "Left out: include it again");
  gtk_widget_grab_focus (sign);
  editor_press (editor, GDK_KEY_space, 0);
  g_assert_true (vac_node_get_toggle (include));
  g_assert_false (gtk_widget_get_visible (sign));
  g_assert_false (gtk_widget_has_css_class (row, "vac-left-out"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (editor->window), row));

  vac_document_undo (editor->document);
  g_assert_true (gtk_widget_get_visible (sign));
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  g_assert_false (gtk_widget_has_css_class (row, "vac-left-out"));
  editor_close (editor);
}

static const char *
get_menu_label (GtkWidget *area)
{
  GMenuModel *menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (area));
  g_autofree char *label = NULL;

  g_assert_nonnull (menu);
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);

  return g_intern_string (label);
}

static void
test_menu_of_a_text (void)
{
  Editor *editor = editor_open_section (SECTION);
  VacNode *item = vac_node_get_child (editor_get_items (editor, SECTION), 0);
  GtkWidget *area = editor_find (editor, get_leaf (editor, 0));

  g_assert_cmpstr (get_menu_label (area), ==, "_Leave Out When Printing");
  g_assert_true (gtk_widget_activate_action (area, "item.toggle-include", NULL));
  g_assert_false (vac_item_is_included (item));
  g_assert_cmpstr (get_menu_label (area), ==, "_Include Again");
  vac_document_set_read_only (editor->document, TRUE);
  gtk_widget_activate_action (area, "item.toggle-include", NULL);
  g_assert_false (vac_item_is_included (item));
  editor_close (editor);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/item-list/what-is-typed-reaches-the-document", test_typing);
  g_test_add_func ("/item-list/enter-splits-at-the-caret-in-one-step", test_enter);
  g_test_add_func ("/item-list/shift-enter-breaks-the-line", test_shift_enter);
  g_test_add_func ("/item-list/backspace-at-the-start-joins", test_backspace_joins);
  g_test_add_func ("/item-list/backspace-removes-an-empty-first-item",
                   test_backspace_removes_empty);
  g_test_add_func ("/item-list/alt-and-arrows-move-the-item-with-its-caret", test_alt_up);
  g_test_add_func ("/item-list/the-handle-drags-an-item-also-to-another-list", test_drag);
  g_test_add_func ("/item-list/pasted-lines-become-items-in-one-step", test_paste);
  g_test_add_func ("/item-list/one-pasted-line-stays-as-it-is", test_paste_one_line);
  g_test_add_func ("/item-list/a-removal-is-told-and-can-be-undone", test_remove);
  g_test_add_func ("/item-list/markup-and-long-texts-are-just-text", test_special_text);
  g_test_add_func ("/item-list/a-change-elsewhere-leaves-the-caret-at-its-word", test_caret_stays);
  g_test_add_func ("/item-list/a-long-list-shows-more-on-request", test_long_list);
  g_test_add_func ("/item-list/many-pasted-lines-make-few-rows-and-too-many-are-refused",
                   test_paste_many);
  g_test_add_func ("/item-list/what-was-copied-as-html-is-read", test_paste_html);
  g_test_add_func ("/item-list/a-list-of-another-program-is-read", test_paste_of_others);
  g_test_add_func ("/text-area/a-paste-is-one-line-where-the-field-is", test_paste_elsewhere);
  g_test_add_func ("/item-list/nothing-changes-in-a-read-only-document", test_read_only);
  g_test_add_func ("/text-area/is-as-high-as-its-text-at-every-width", test_text_area_height);
  g_test_add_func ("/text-area/grows-as-it-is-typed", test_text_area_grows);
  g_test_add_func ("/item-list/tab-goes-from-the-text-to-its-button", test_tab_in_a_row);
  g_test_add_func ("/item-list/tab-goes-past-closed-advice", test_tab_past_closed_advice);
  g_test_add_func ("/item-list/an-item-is-left-out-and-says-so", test_leaving_out);
  g_test_add_func ("/item-list/the-menu-of-a-text-leaves-its-item-out", test_menu_of_a_text);

  return g_test_run ();
}
