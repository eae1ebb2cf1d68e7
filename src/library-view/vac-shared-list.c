/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-codes.h"
#include "vac-editor.h"
#include "vac-error.h"
#include "vac-file-name.h"
#include "vac-names.h"
#include "vac-shared-list.h"
#include "vac-shrink.h"
#include "vac-text-label.h"

/**
 * VacSharedList:
 *
 * Shared texts to choose from: found as one types, by kind and by language, with what the chosen
 * one says below.
 */
struct _VacSharedList
{
  GtkBox            parent_instance;

  /* Borrowed: children */
  GtkWidget        *search_entry;
  GtkDropDown      *kinds;
  GtkDropDown      *languages;
  GtkWidget        *problem_label;
  GtkListBox       *list_box;
  GtkLabel         *preview;

  /* Owned */
  GMenuModel       *menu;        /* of each row; NULL for none */
  VacSharedLibrary *library;     /* NULL before there is something to show */
  VacDocument      *posting;     /* nullable: what texts shall suit */
  GPtrArray        *kind_ids;    /* of char *: what the rows of the first choice stand for */
  GPtrArray        *tags;        /* of char *: what those of the second do */
  gboolean          filling;
};

G_DEFINE_FINAL_TYPE (VacSharedList, vac_shared_list, GTK_TYPE_BOX)

enum
{
  CHOOSE,
  SELECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define TEXT_KEY "vac-shared-text"

static const VacSharedText *
get_text (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TEXT_KEY);
}

/* Rows */

static char *
describe (const VacSharedText *text)
{
  g_autofree char *place = vac_shared_text_describe_place (text);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, text->version);
  /* Translators: the number of a version of a text, and the day that it is from */
  g_autofree char *version = *text->changed != '\0'
                                 ? g_strdup_printf (_("version %s of %s"), number, text->changed)
                                 : g_strdup_printf (_("version %s"), number);
  g_autofree char *line = g_strdup_printf ("%s · %s · %s", vac_shared_kind_describe (text->kind),
                                           place, version);

  return *text->note != '\0' ? g_strdup_printf ("%s\n%s", line, text->note)
                             : g_steal_pointer (&line);
}

/* The same text is there for several places. */
static char *
make_name (const VacSharedText *text)
{
  g_autofree char *place = vac_shared_text_describe_place (text);

  return g_strdup_printf (C_("name of a control", "%s, %s"), text->title, place);
}

static GtkWidget *
create_menu_button (VacSharedList       *self,
                    const VacSharedText *text)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *own = make_name (text);
  /* Translators: the title of a shared text, and the place that it is for */
  g_autofree char *name = g_strdup_printf (_("Menu of “%s”"), own);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), self->menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  vac_editor_name_button (button, name);

  return button;
}

static void
select_parent_row (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  if (row != NULL && gtk_widget_get_parent (row) != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
create_row (VacSharedList       *self,
            const VacSharedText *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (text);
  g_autofree char *name = make_name (text);

  vac_names_set (row, name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), TEXT_KEY, (gpointer) text);
  if (text->locked)
    {
      GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

      gtk_widget_set_tooltip_text (lock, _("Asks before it is edited in a posting"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
    }
  if (self->menu != NULL)
    {
      GtkWidget *button = create_menu_button (self, text);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      /* What is in the menu is done to the row that is selected. */
      g_signal_connect (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), "map",
                        G_CALLBACK (select_parent_row), NULL);
    }

  return row;
}

/* Filters */

static const char *
get_wish (GtkDropDown *choice,
          GPtrArray   *ids)
{
  const guint position = gtk_drop_down_get_selected (choice);

  return position < ids->len ? g_ptr_array_index (ids, position) : NULL;
}

static gboolean
has_words (const VacSharedText *text,
           const char          *typed)
{
  g_autofree char *prose = vac_shared_text_dup_prose (text);
  g_autofree char *place = vac_shared_text_describe_place (text);
  g_autofree char *all = g_strconcat (text->title, "\n", vac_shared_kind_describe (text->kind),
                                      "\n", place, "\n", text->id, "\n", prose, NULL);

  return g_str_match_string (typed, all, TRUE);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  VacSharedList *self = user_data;
  const VacSharedText *text = get_text (row);
  const char *kind = get_wish (self->kinds, self->kind_ids);
  const char *tag = get_wish (self->languages, self->tags);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return (kind == NULL || g_str_equal (kind, text->kind)) &&
         (tag == NULL || vac_codes_is_same_language (tag, text->language)) &&
         (*typed == '\0' || has_words (text, typed));
}

static int
sort_rows (GtkListBoxRow *one,
           GtkListBoxRow *other,
           gpointer       user_data)
{
  VacSharedList *self = user_data;
  guint a, b;

  if (self->posting == NULL)
    return 0;
  a = vac_shared_text_rank (get_text (one), self->posting);
  b = vac_shared_text_rank (get_text (other), self->posting);

  return a == b ? 0 : a < b ? -1 : 1;
}

static void
show_selected (VacSharedList *self)
{
  const VacSharedText *text = self->filling ? NULL : vac_shared_list_get_selected (self);
  g_autofree char *prose = text != NULL ? vac_shared_text_dup_prose (text) : NULL;

  if (self->filling)
    return;
  gtk_label_set_label (self->preview, prose != NULL ? prose : "");
  g_signal_emit (self, signals[SELECT], 0);
}

static void
select_first (VacSharedList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);

  if (row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)))
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (filter_row (row, self))
      break;
  gtk_list_box_select_row (self->list_box, row);
  show_selected (self);
}

static void
refilter (VacSharedList *self)
{
  if (self->filling)
    return;
  gtk_list_box_invalidate_filter (self->list_box);
  select_first (self);
}

static void
on_row_activated_cb (VacSharedList *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
add_choice (GPtrArray     *ids,
            GtkStringList *labels,
            const char    *id,
            const char    *label)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (ids, i), id) == 0)
      return;
  g_ptr_array_add (ids, g_strdup (id));
  gtk_string_list_append (labels, label);
}

/* Returns: where @id is; 0, which is for all, if it is not there */
static guint
find_choice (GPtrArray  *ids,
             const char *id,
             gboolean    is_language)
{
  for (guint i = 1; id != NULL && i < ids->len; i++)
    if (is_language ? vac_codes_is_same_language (g_ptr_array_index (ids, i), id)
                    : g_str_equal (g_ptr_array_index (ids, i), id))
      return i;

  return 0;
}

static void
fill_choices (VacSharedList *self)
{
  GPtrArray *texts = vac_shared_library_get_texts (self->library);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  const char *own = self->posting != NULL
                        ? vac_document_get_text (self->posting, VAC_ROLE_LANGUAGE) : "";
  const gboolean first = self->tags->len == 0;
  g_autofree char *kind = g_strdup (get_wish (self->kinds, self->kind_ids));
  g_autofree char *tag = g_strdup (get_wish (self->languages, self->tags));

  g_ptr_array_set_size (self->kind_ids, 0);
  g_ptr_array_set_size (self->tags, 0);
  add_choice (self->kind_ids, kinds, NULL, _("All kinds"));
  add_choice (self->tags, languages, NULL, _("All languages"));
  for (guint i = 0; i < texts->len; i++)
    {
      const VacSharedText *text = g_ptr_array_index (texts, i);
      g_auto (GStrv) parts = g_strsplit (text->language, "-", 2);
      VacSharedText bare = { .language = parts[0] != NULL ? parts[0] : text->language };
      g_autofree char *name = vac_shared_text_describe_place (&bare);

      add_choice (self->kind_ids, kinds, text->kind, vac_shared_kind_describe (text->kind));
      add_choice (self->tags, languages, bare.language, name);
    }
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->languages, G_LIST_MODEL (languages));
  gtk_drop_down_set_selected (self->kinds, find_choice (self->kind_ids, kind, FALSE));
  gtk_drop_down_set_selected (self->languages,
                              find_choice (self->tags, first && *own != '\0' ? own : tag, TRUE));
}

static void
show_problems (VacSharedList *self)
{
  GPtrArray *problems = vac_shared_library_get_problems (self->library);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const VacGuideProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *name = vac_file_name_tell (problem->file);
      g_autofree char *sentence = vac_error_describe (problem->error, name);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  gtk_label_set_label (GTK_LABEL (self->problem_label), text->str);
  gtk_widget_set_visible (self->problem_label, problems->len > 0);
}

/* Nobody is told of rows that go with the list. */
static void
vac_shared_list_dispose (GObject *object)
{
  VAC_SHARED_LIST (object)->filling = TRUE;

  G_OBJECT_CLASS (vac_shared_list_parent_class)->dispose (object);
}

static void
vac_shared_list_finalize (GObject *object)
{
  VacSharedList *self = VAC_SHARED_LIST (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->posting);
  g_clear_pointer (&self->library, vac_shared_library_free);
  g_ptr_array_unref (self->kind_ids);
  g_ptr_array_unref (self->tags);

  G_OBJECT_CLASS (vac_shared_list_parent_class)->finalize (object);
}

static void
vac_shared_list_class_init (VacSharedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_shared_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_shared_list_finalize;

  /**
   * VacSharedList::choose:
   *
   * Emitted when the selected text is activated.
   */
  signals[CHOOSE] = g_signal_new ("choose", VAC_TYPE_SHARED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  /**
   * VacSharedList::select:
   *
   * Emitted when another text is selected, or none.
   */
  signals[SELECT] = g_signal_new ("select", VAC_TYPE_SHARED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_scroller (GtkWidget *child,
                 int        height)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);

  return window;
}

static GtkDropDown *
create_choice (VacSharedList *self,
               GtkWidget     *box,
               const char    *name)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_hexpand (choice, TRUE);
  vac_let_drop_down_shrink (GTK_DROP_DOWN (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (refilter), self);
  gtk_box_append (GTK_BOX (box), choice);

  return GTK_DROP_DOWN (choice);
}

static GtkLabel *
create_label (const char *style)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

static void
vac_shared_list_init (VacSharedList *self)
{
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *empty = gtk_label_new (_("No shared text fits."));
  GtkWidget *list, *preview;

  self->kind_ids = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);

  self->search_entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a shared text"), -1);
  g_object_set (self->search_entry, "placeholder-text", _("Find a shared text"), NULL);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (refilter), self);
  g_signal_connect_swapped (self->search_entry, "activate", G_CALLBACK (on_row_activated_cb), self);
  self->kinds = create_choice (self, choices, _("Kind"));
  self->languages = create_choice (self, choices, _("Language"));
  self->problem_label = GTK_WIDGET (create_label ("error"));

  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list_box, FALSE);
  gtk_list_box_set_filter_func (self->list_box, filter_row, self, NULL);
  gtk_list_box_set_sort_func (self->list_box, sort_rows, self, NULL);
  gtk_widget_set_margin_top (empty, 18);
  gtk_widget_set_margin_bottom (empty, 18);
  gtk_list_box_set_placeholder (self->list_box, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Shared texts"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_RELATION_CONTROLS, self->list_box, NULL, -1);
  g_signal_connect_swapped (self->list_box, "row-selected", G_CALLBACK (show_selected), self);
  g_signal_connect_swapped (self->list_box, "row-activated", G_CALLBACK (on_row_activated_cb),
                            self);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "background");
  list = create_scroller (GTK_WIDGET (self->list_box), 160);
  gtk_widget_set_vexpand (list, TRUE);
  gtk_widget_add_css_class (list, "frame");

  self->preview = create_label (NULL);
  gtk_widget_set_margin_start (GTK_WIDGET (self->preview), 9);
  gtk_widget_set_margin_end (GTK_WIDGET (self->preview), 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self->preview), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->preview), 6);
  preview = create_scroller (GTK_WIDGET (self->preview), 150);
  gtk_widget_add_css_class (preview, "frame");

  gtk_box_append (GTK_BOX (self), self->search_entry);
  gtk_box_append (GTK_BOX (self), choices);
  gtk_box_append (GTK_BOX (self), self->problem_label);
  gtk_box_append (GTK_BOX (self), list);
  gtk_box_append (GTK_BOX (self), preview);
}

/**
 * vac_shared_list_new:
 * @menu: (nullable): what can be done with each text
 *
 * Returns: (transfer floating): a list that shows nothing yet
 */
GtkWidget *
vac_shared_list_new (GMenuModel *menu)
{
  VacSharedList *self = g_object_new (VAC_TYPE_SHARED_LIST, NULL);

  g_set_object (&self->menu, menu);

  return GTK_WIDGET (self);
}

/**
 * vac_shared_list_set_posting:
 * @self: a list
 * @posting: what texts are chosen for; those that suit it come first
 */
void
vac_shared_list_set_posting (VacSharedList *self,
                             VacDocument   *posting)
{
  g_return_if_fail (VAC_IS_SHARED_LIST (self) && VAC_IS_DOCUMENT (posting));

  g_set_object (&self->posting, posting);
}

static void
remove_rows (VacSharedList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

static void
select_again (VacSharedList *self,
              const char    *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (g_strcmp0 (get_text (row)->id, id) == 0 && filter_row (row, self))
      gtk_list_box_select_row (self->list_box, row);
}

/**
 * vac_shared_list_show:
 * @self: a list
 * @library: (transfer full): the texts to show
 */
void
vac_shared_list_show (VacSharedList    *self,
                      VacSharedLibrary *library)
{
  const VacSharedText *selected;
  g_autofree char *id = NULL;
  GPtrArray *texts;

  g_return_if_fail (VAC_IS_SHARED_LIST (self) && library != NULL);

  selected = vac_shared_list_get_selected (self);
  id = selected != NULL ? g_strdup (selected->id) : NULL;
  self->filling = TRUE;
  remove_rows (self);
  g_clear_pointer (&self->library, vac_shared_library_free);
  self->library = library;
  texts = vac_shared_library_get_texts (library);
  for (guint i = 0; i < texts->len; i++)
    gtk_list_box_append (self->list_box, create_row (self, g_ptr_array_index (texts, i)));
  fill_choices (self);
  show_problems (self);
  self->filling = FALSE;
  gtk_list_box_invalidate_filter (self->list_box);
  select_again (self, id);
  select_first (self);
}

/**
 * vac_shared_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the selected text, valid until another library is shown
 */
const VacSharedText *
vac_shared_list_get_selected (VacSharedList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (VAC_IS_SHARED_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->list_box);

  return row != NULL ? get_text (row) : NULL;
}

static void
show_all (VacSharedList *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_drop_down_set_selected (self->languages, 0);
  self->filling = FALSE;
  gtk_list_box_invalidate_filter (self->list_box);
}

/**
 * vac_shared_list_select:
 * @self: a list
 * @id: the id of a text; if what was typed or chosen hides it, all texts are shown
 */
void
vac_shared_list_select (VacSharedList *self,
                        const char    *id)
{
  GtkListBoxRow *row;

  g_return_if_fail (VAC_IS_SHARED_LIST (self) && id != NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (g_str_equal (get_text (row)->id, id))
      {
        if (!filter_row (row, self))
          show_all (self);
        gtk_list_box_select_row (self->list_box, row);
      }
}

/**
 * vac_shared_list_focus:
 * @self: a list
 *
 * Puts the focus where one types to find a text.
 */
void
vac_shared_list_focus (VacSharedList *self)
{
  g_return_if_fail (VAC_IS_SHARED_LIST (self));

  gtk_widget_grab_focus (self->search_entry);
}
