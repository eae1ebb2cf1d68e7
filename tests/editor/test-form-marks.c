/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-ignored.h"
#include "vac-marks.h"
#include "waiting.h"

/* What the review finds, marked below the words of a form. */

#define SECTION "technical-skills"

typedef struct
{
  Editor      *editor;
  VacReviewer *reviewer;
  VacMarks    *marks;
} Fixture;

static void
open_fixture (Fixture    *self,
              const char *section)
{
  self->editor = editor_open_section (NULL);
  self->reviewer = vac_reviewer_new (self->editor->document);
  self->marks = vac_marks_new ();
  vac_marks_attach (self->marks, GTK_WIDGET (self->editor->bin));
  vac_marks_set_reviewer (self->marks, self->reviewer, self->editor->document);
  vac_marks_set_active (self->marks, TRUE);
  if (section != NULL)
    vac_sidebar_set_selected (self->editor->sidebar,
                              vac_document_find_section (self->editor->document, section));
  /* The page that was there before the marks were. */
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->editor->bin), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->editor->bin), TRUE);
    }
  editor_settle ();
}

static void
close_fixture (Fixture *self)
{
  editor_close (self->editor);
  g_object_unref (self->marks);
  g_object_unref (self->reviewer);
}

static VacNode *
get_leaf (Fixture *self,
          guint    position)
{
  return vac_node_get (vac_node_get_child (editor_get_items (self->editor, SECTION), position),
                       VAC_ROLE_ITEM_TEXT);
}

static VacNode *
get_title (Fixture *self)
{
  return vac_document_get (self->editor->document, VAC_ROLE_JOB_TITLE);
}

static void
add_marks_of_tag (GtkTextTag *tag,
                  gpointer    user_data)
{
  GPtrArray *tags = user_data;

  g_ptr_array_add (tags, tag);
}

/* What is marked in a text view, one mark a line: its group, and its words. */
static char *
list_marks_of_view (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), add_marks_of_tag, tags);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    for (guint i = 0; i < tags->len; i++)
      {
        GtkTextTag *tag = g_ptr_array_index (tags, i);
        GtkTextIter end = iter;
        g_autofree char *name = NULL;
        g_autofree char *words = NULL;

        if (!gtk_text_iter_starts_tag (&iter, tag))
          continue;
        gtk_text_iter_forward_to_tag_toggle (&end, tag);
        words = gtk_text_buffer_get_text (buffer, &iter, &end, TRUE);
        g_object_get (tag, "name", &name, NULL);
        g_string_append_printf (list, "%s: %s\n", name + strlen ("vac-mark-"), words);
      }
  while (gtk_text_iter_forward_char (&iter));

  return g_strdup (list->str);
}

static const char *
find_group (PangoUnderline        line,
            const PangoAttrColor *color)
{
  for (VacFindingGroup group = 0; group < VAC_N_FINDING_GROUPS; group++)
    {
      const VacMarkLook look = vac_mark_get_look (group, vac_mark_get_ground ());

      if (look.line == line && color->color.red == (guint16) (look.color.red * G_MAXUINT16) &&
          color->color.green == (guint16) (look.color.green * G_MAXUINT16))
        return vac_finding_group_get_id (group);
    }

  g_assert_not_reached ();
}

static char *
list_marks_of_entry (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  PangoAttrList *attributes = gtk_text_get_attributes (GTK_TEXT (entry));
  g_autoptr (GString) list = g_string_new (NULL);
  PangoAttrIterator *iter;

  if (attributes == NULL)
    return g_strdup ("");
  iter = pango_attr_list_get_iterator (attributes);
  do
    {
      PangoAttribute *line = pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE);
      PangoAttribute *color = pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE_COLOR);
      int start, end;

      if (line == NULL || color == NULL)
        continue;
      pango_attr_iterator_range (iter, &start, &end);
      g_string_append_printf (list, "%s: %.*s\n",
                              find_group ((PangoUnderline) ((PangoAttrInt *) line)->value,
                                          (PangoAttrColor *) color),
                              end - start, text + start);
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);

  return g_strdup (list->str);
}

static GtkWidget *
find_text (Fixture *self,
           VacNode *leaf)
{
  GtkWidget *widget = editor_find (self->editor, leaf);

  return GTK_IS_TEXT_VIEW (widget)
             ? widget
             : GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
}

static char *
list_marks (Fixture *self,
            VacNode *leaf)
{
  GtkWidget *text = find_text (self, leaf);

  return GTK_IS_TEXT_VIEW (text) ? list_marks_of_view (text) : list_marks_of_entry (text);
}

static void
assert_marks (Fixture    *self,
              VacNode    *leaf,
              const char *expected)
{
  g_autofree char *marks = list_marks (self, leaf);

  g_assert_cmpstr (marks, ==, expected);
}

static gboolean
has_marks (Fixture    *self,
           VacNode    *leaf,
           const char *expected)
{
  g_autofree char *marks = list_marks (self, leaf);

  return g_str_equal (marks, expected);
}

static void
wait_for_marks (Fixture    *self,
                VacNode    *leaf,
                const char *expected)
{
  waiting_until (has_marks (self, leaf, expected));
}

static gboolean
is_checked (Fixture *self,
            VacNode *leaf)
{
  g_autoptr (GPtrArray) findings = vac_reviewer_get_findings_of (self->reviewer, leaf);

  return findings != NULL;
}

static void
set_text (Fixture    *self,
          VacNode    *leaf,
          const char *text)
{
  g_assert_true (vac_document_set_text (self->editor->document, leaf, text));
}

static VacFinding *
find_finding (Fixture    *self,
              VacNode    *leaf,
              const char *words)
{
  g_autoptr (GPtrArray) findings = vac_reviewer_get_findings_of (self->reviewer, leaf);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      VacFinding *finding = g_ptr_array_index (findings, i);

      if (g_strcmp0 (finding->words, words) == 0)
        return finding;
    }

  g_assert_not_reached ();
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *marks;
  } cases[] = {
    { "A ninja of SQL", "wording: ninja\n" },
    { "Work work with a ninja", "typing: Work work\nwording: ninja\n" },
    { "😀😀 für den naïve ninja 🎉 and and so on", "wording: ninja\ntyping: and and\n" },
    { "עברית עם ninja בתוך שורה", "wording: ninja\n" },
    { "e\xcc\x81te\xcc\x81 ninja\n\n𝔘nicode ninja", "wording: ninja\nwording: ninja\n" },
    { "Nothing to be said", "" },
  };
  Fixture self;

  open_fixture (&self, SECTION);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_text (&self, get_leaf (&self, 0), cases[i].text);
      wait_for_marks (&self, get_leaf (&self, 0), cases[i].marks);
    }
  close_fixture (&self);
}

static void
test_typing_moves_marks (void)
{
  Fixture self;
  VacNode *leaf;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  set_text (&self, leaf, "😀 a ninja and a rockstar here");
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  editor_place_caret (self.editor, leaf, 0);
  editor_type (self.editor, "so ");
  assert_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  editor_place_caret (self.editor, leaf, 12);
  editor_type (self.editor, "now ");
  g_assert_cmpstr (vac_node_get_text (leaf), ==, "so 😀 a ninjanow  and a rockstar here");
  wait_for_marks (&self, leaf, "wording: rockstar\n");
  editor_press (self.editor, GDK_KEY_End, 0);
  wait_for_marks (&self, leaf, "typing:   \nwording: rockstar\n");
  editor_type (self.editor, " more");
  assert_marks (&self, leaf, "typing:   \nwording: rockstar\n");
  waiting_until (is_checked (&self, leaf));
  assert_marks (&self, leaf, "typing:   \nwording: rockstar\n");
  close_fixture (&self);
}

static void
test_word_that_is_typed (void)
{
  Fixture self;
  VacNode *leaf;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  set_text (&self, leaf, "A ");
  editor_place_caret (self.editor, leaf, 2);
  editor_type (self.editor, "ninja");
  waiting_until (is_checked (&self, leaf));
  g_assert_nonnull (find_finding (&self, leaf, "ninja"));
  editor_settle ();
  assert_marks (&self, leaf, "");
  editor_type (self.editor, " ");
  wait_for_marks (&self, leaf, "wording: ninja\n");
  /* Going back to it is not typing it. */
  editor_press (self.editor, GDK_KEY_Left, 0);
  editor_press (self.editor, GDK_KEY_Left, 0);
  assert_marks (&self, leaf, "wording: ninja\n");
  editor_press (self.editor, GDK_KEY_BackSpace, 0);
  assert_marks (&self, leaf, "");
  editor_type (self.editor, "j");
  waiting_until (is_checked (&self, leaf));
  editor_settle ();
  assert_marks (&self, leaf, "");
  gtk_widget_grab_focus (editor_find (self.editor, get_leaf (&self, 1)));
  wait_for_marks (&self, leaf, "wording: ninja\n");
  close_fixture (&self);
}

static void
test_mended_and_ignored (void)
{
  Fixture self;
  VacDocument *document;
  VacNode *leaf;

  open_fixture (&self, SECTION);
  document = self.editor->document;
  leaf = get_leaf (&self, 0);
  set_text (&self, leaf, "A ninja and a rockstar");
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  vac_document_add_barrier (document);
  g_assert_true (vac_ignored_add_here (document, find_finding (&self, leaf, "rockstar")));
  wait_for_marks (&self, leaf, "wording: ninja\n");
  g_assert_true (vac_finding_take (find_finding (&self, leaf, "ninja"), document, 0));
  wait_for_marks (&self, leaf, "");
  vac_document_undo (document);
  wait_for_marks (&self, leaf, "wording: ninja\n");
  vac_document_undo (document);
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  close_fixture (&self);
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_marks_change_nothing (void)
{
  Fixture self;
  VacNode *leaf;
  GtkWidget *view;
  guint64 state;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  int height;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  view = find_text (&self, leaf);
  vac_marks_set_active (self.marks, FALSE);
  set_text (&self, leaf, "A ninja 😀");
  editor_settle ();
  before = support_write_text (self.editor->document);
  state = vac_document_get_state (self.editor->document);
  height = gtk_widget_get_height (view);
  vac_marks_set_active (self.marks, TRUE);
  wait_for_marks (&self, leaf, "wording: ninja\n");
  editor_settle ();
  after = support_write_text (self.editor->document);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (vac_document_get_state (self.editor->document), ==, state);
  g_assert_false (gtk_text_buffer_get_can_undo (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))));
  g_assert_cmpint (gtk_widget_get_height (view), ==, height);

  editor_place_caret (self.editor, leaf, 0);
  editor_press (self.editor, GDK_KEY_a, GDK_CONTROL_MASK);
  editor_press (self.editor, GDK_KEY_c, GDK_CONTROL_MASK);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, on_text_read_cb, &copied);
  waiting_until (copied != NULL);
  g_assert_cmpstr (copied, ==, "A ninja 😀");
  editor_place_caret (self.editor, get_leaf (&self, 1), 0);
  editor_press (self.editor, GDK_KEY_v, GDK_CONTROL_MASK);
  waiting_until (g_str_has_prefix (vac_node_get_text (get_leaf (&self, 1)), "A ninja 😀"));
  vac_marks_set_active (self.marks, FALSE);
  wait_for_marks (&self, get_leaf (&self, 1), "");
  close_fixture (&self);
}

static void
test_switching_off (void)
{
  Fixture self;
  VacNode *leaf;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  set_text (&self, leaf, "A ninja");
  wait_for_marks (&self, leaf, "wording: ninja\n");
  vac_marks_set_active (self.marks, FALSE);
  wait_for_marks (&self, leaf, "");
  set_text (&self, leaf, "A rockstar");
  editor_wait (400);
  g_assert_false (is_checked (&self, leaf));
  assert_marks (&self, leaf, "");
  vac_marks_set_active (self.marks, TRUE);
  wait_for_marks (&self, leaf, "wording: rockstar\n");
  close_fixture (&self);
}

static void
test_entry (void)
{
  Fixture self;
  VacNode *title;
  GtkWidget *text;

  open_fixture (&self, NULL);
  title = get_title (&self);
  set_text (&self, title, "Ingénieur ninja 😀 rockstar");
  wait_for_marks (&self, title, "wording: ninja\nwording: rockstar\n");
  text = find_text (&self, title);
  gtk_widget_grab_focus (text);
  gtk_editable_set_position (GTK_EDITABLE (text), 0);
  editor_type (self.editor, "my ");
  assert_marks (&self, title, "wording: ninja\nwording: rockstar\n");
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
  editor_type (self.editor, " guys");
  assert_marks (&self, title, "wording: ninja\nwording: rockstar\n");
  waiting_until (is_checked (&self, title));
  editor_settle ();
  assert_marks (&self, title, "wording: ninja\nwording: rockstar\n");
  editor_press (self.editor, GDK_KEY_Home, 0);
  wait_for_marks (&self, title, "wording: ninja\nwording: rockstar\nwording: guys\n");
  g_assert_true (vac_finding_take (find_finding (&self, title, "ninja"), self.editor->document, 0));
  wait_for_marks (&self, title, "wording: rockstar\nwording: guys\n");
  vac_document_undo (self.editor->document);
  wait_for_marks (&self, title, "wording: ninja\nwording: rockstar\nwording: guys\n");
  close_fixture (&self);
}

/* Finds an item of a menu, also of its sections and submenus. */
static gboolean
find_item (GMenuModel  *menu,
           const char  *action,
           char       **label,
           GVariant   **target)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *name = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) &&
          g_str_equal (name, action))
        {
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", label);
          *target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
          return TRUE;
        }
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[j]);

          if (link != NULL && find_item (link, action, label, target))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
offers (GtkWidget  *view,
        const char *action)
{
  GMenuModel *menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (view));
  g_autofree char *label = NULL;
  g_autoptr (GVariant) target = NULL;

  return menu != NULL && find_item (menu, action, &label, &target);
}

static void
choose (GtkWidget  *view,
        const char *action,
        const char *expected)
{
  GMenuModel *menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (view));
  g_autofree char *label = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (find_item (menu, action, &label, &target));
  g_assert_cmpstr (label, ==, expected);
  g_assert_true (gtk_widget_activate_action_variant (view, action, target));
}

static void
test_menu (void)
{
  Fixture self;
  VacNode *leaf;
  GtkWidget *view;
  g_autofree char *suggestion = NULL;
  g_autofree char *expected = NULL;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  view = find_text (&self, leaf);
  set_text (&self, leaf, "😀 A ninja and a rockstar");
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  suggestion = g_strdup (find_finding (&self, leaf, "ninja")->suggestions[0]);

  editor_place_caret (self.editor, leaf, 3);
  editor_press (self.editor, GDK_KEY_F10, GDK_SHIFT_MASK);
  editor_press (self.editor, GDK_KEY_Escape, 0);
  g_assert_false (offers (view, "mark.take"));
  g_assert_true (offers (view, "item.toggle-include"));

  editor_place_caret (self.editor, leaf, 6);
  editor_press (self.editor, GDK_KEY_F10, GDK_SHIFT_MASK);
  editor_press (self.editor, GDK_KEY_Escape, 0);
  g_assert_true (offers (view, "item.toggle-include"));
  choose (view, "mark.take", suggestion);
  expected = g_strdup_printf ("😀 A %s and a rockstar", suggestion);
  g_assert_cmpstr (vac_node_get_text (leaf), ==, expected);
  wait_for_marks (&self, leaf, "wording: rockstar\n");
  vac_document_undo (self.editor->document);
  g_assert_cmpstr (vac_node_get_text (leaf), ==, "😀 A ninja and a rockstar");
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");

  editor_place_caret (self.editor, leaf, 20);
  editor_press (self.editor, GDK_KEY_Menu, 0);
  editor_press (self.editor, GDK_KEY_Escape, 0);
  choose (view, "mark.ignore-here", "Ignore _Here");
  g_assert_cmpstr (self.editor->removed, ==, "The finding is ignored here");
  wait_for_marks (&self, leaf, "wording: ninja\n");
  vac_document_undo (self.editor->document);
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  close_fixture (&self);
}

static void
test_right_click (void)
{
  Fixture self;
  VacNode *leaf;
  GtkWidget *view;
  GtkTextIter iter;
  GdkRectangle place;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  view = find_text (&self, leaf);
  set_text (&self, leaf, "A ninja and a rockstar");
  wait_for_marks (&self, leaf, "wording: ninja\nwording: rockstar\n");
  editor_place_caret (self.editor, leaf, 0);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &iter, 16);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y, &place.x, &place.y);
  editor_click (self.editor, view, place.x + 1, place.y + place.height / 2.0, 3);
  editor_press (self.editor, GDK_KEY_Escape, 0);
  choose (view, "mark.ignore-rule", "Ignore in This _Posting");
  wait_for_marks (&self, leaf, "wording: ninja\n");
  close_fixture (&self);
}

static void
test_only_what_is_seen (void)
{
  Fixture self;
  VacNode *elsewhere, *team;

  open_fixture (&self, SECTION);
  elsewhere = get_title (&self);
  team = vac_node_get (vac_document_find_section (self.editor->document, "about-this-guide"),
                       VAC_ROLE_SECTION_TEXT);
  wait_for_marks (&self, get_leaf (&self, 0), "");
  waiting_until (is_checked (&self, get_leaf (&self, 0)));
  g_assert_false (is_checked (&self, elsewhere));
  if (team != NULL)
    {
      set_text (&self, team, "A ninja");
      vac_sidebar_set_selected (self.editor->sidebar, vac_node_get_ancestor (team,
                                                                             VAC_ROLE_SECTION));
      editor_wait (400);
      assert_marks (&self, team, "");
    }
  close_fixture (&self);
}

static void
test_looks (void)
{
  for (VacMarkGround ground = 0; ground < VAC_N_MARK_GROUNDS; ground++)
    for (VacFindingGroup a = 0; a < VAC_N_FINDING_GROUPS; a++)
      for (VacFindingGroup b = 0; b < a; b++)
        {
          const VacMarkLook first = vac_mark_get_look (a, ground);
          const VacMarkLook second = vac_mark_get_look (b, ground);

          g_assert_true (first.line != second.line ||
                         !gdk_rgba_equal (&first.color, &second.color));
        }
}

static gboolean
is_colored (GtkWidget     *view,
            VacMarkGround  ground)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const VacMarkLook look = vac_mark_get_look (VAC_FINDING_WORDING, ground);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer),
                                               "vac-mark-wording");
  g_autoptr (GdkRGBA) color = NULL;

  g_object_get (tag, "underline-rgba", &color, NULL);

  return gdk_rgba_equal (color, &look.color);
}

static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Fixture self;
  VacNode *leaf;
  GtkWidget *view;

  open_fixture (&self, SECTION);
  leaf = get_leaf (&self, 0);
  view = find_text (&self, leaf);
  set_text (&self, leaf, "A ninja");
  wait_for_marks (&self, leaf, "wording: ninja\n");
  g_assert_true (is_colored (view, VAC_MARK_GROUND_LIGHT));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  waiting_until (is_colored (view, VAC_MARK_GROUND_DARK));
  assert_marks (&self, leaf, "wording: ninja\n");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  waiting_until (is_colored (view, VAC_MARK_GROUND_LIGHT));
  close_fixture (&self);
}

int
main (int    argc,
      char **argv)
{
  editor_init (&argc, &argv);

  g_test_add_func ("/form-marks/each-group-has-a-look-of-its-own", test_looks);
  g_test_add_func ("/form-marks/they-stand-below-the-words-that-were-found", test_places);
  g_test_add_func ("/form-marks/they-move-along-with-what-is-typed", test_typing_moves_marks);
  g_test_add_func ("/form-marks/the-word-that-is-being-typed-has-none", test_word_that_is_typed);
  g_test_add_func ("/form-marks/they-go-when-words-are-mended-or-ignored", test_mended_and_ignored);
  g_test_add_func ("/form-marks/they-are-no-part-of-text-history-and-clipboard",
                   test_marks_change_nothing);
  g_test_add_func ("/form-marks/switching-them-off-removes-all", test_switching_off);
  g_test_add_func ("/form-marks/an-entry-has-them-too", test_entry);
  g_test_add_func ("/form-marks/the-menu-of-a-word-offers-what-to-do", test_menu);
  g_test_add_func ("/form-marks/a-right-click-is-about-the-word-below-it", test_right_click);
  g_test_add_func ("/form-marks/only-what-candidates-read-and-is-seen-has-them",
                   test_only_what_is_seen);
  g_test_add_func ("/form-marks/they-follow-the-dark-style", test_dark);

  return g_test_run ();
}
