/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-question"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-dialog.h"
#include "vac-guide-question.h"

/* The dialog that lists what a posting says otherwise than its guide, and asks what of that the
 * guide shall say, too. */

#define WIDTH     620
#define HEIGHT    640
#define MOST_ROWS 200   /* a list of so many is still made at once */

/* Of what is in the guide alone, next to what is in the posting. */
#define REMOVED_ALPHA (G_MAXUINT16 / 10 * 6)

typedef struct
{
  VacDialog          *dialog;     /* borrowed: it owns this */
  VacGuideUpdate     *update;     /* owned */
  GPtrArray          *checks;     /* of GtkCheckButton, borrowed; in the order of the changes */
  GtkWidget          *accept;     /* borrowed */
  VacGuideAnswerFunc  callback;
  gpointer            user_data;
  GDestroyNotify      destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  vac_guide_update_free (self->update);
  g_ptr_array_unref (self->checks);
  self->destroy (self->user_data);
  g_free (self);
}

static gboolean
is_chosen (Question *self,
           guint     i)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
}

/* Showing them */

static void
mark (PangoAttrList *attributes,
      guint          start,
      guint          end,
      gboolean       added)
{
  PangoAttribute *marks[] = {
    added ? pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) : pango_attr_strikethrough_new (TRUE),
    added ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
          : pango_attr_foreground_alpha_new (REMOVED_ALPHA),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = start;
      marks[i]->end_index = end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

/* The words of the guide and of the posting in one text: those that go are struck through, those
 * that come are underlined. */
static void
append_words (const VacDifference *difference,
              GString             *text,
              PangoAttrList       *attributes)
{
  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);
      const gboolean removed = span->kind == VAC_DIFF_REMOVED;
      const gboolean replaces = span->kind == VAC_DIFF_ADDED && i > 0 &&
                                (span - 1)->kind == VAC_DIFF_REMOVED;
      guint start;

      if (replaces && !g_str_has_suffix (text->str, " "))
        g_string_append_c (text, ' ');
      start = (guint) text->len;
      g_string_append_len (text,
                           removed ? difference->text_a + span->start_a
                                   : difference->text_b + span->start_b,
                           (gssize) (removed ? span->length_a : span->length_b));
      if (span->kind != VAC_DIFF_KEPT)
        mark (attributes, start, (guint) text->len, !removed);
    }
}

/* What came or went as a whole. */
static void
append_texts (VacNode *node,
              GString *text)
{
  const VacKind kind = vac_node_get_kind (node);

  if ((kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE) && *vac_node_get_text (node) != '\0' &&
      vac_node_get_role (node) != VAC_ROLE_SECTION_ID)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, vac_node_get_text (node));
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    append_texts (vac_node_get_child (node, i), text);
}

static GtkWidget *
create_words (const VacDifference *difference)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = gtk_label_new (NULL);

  if (difference->kind == VAC_DIFFERENCE_CHANGED)
    append_words (difference, text, attributes);
  else
    {
      append_texts (difference->b != NULL ? difference->b : difference->a, text);
      mark (attributes, 0, (guint) text->len, difference->b != NULL);
    }
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);

  return label;
}

static void
append_label (GtkWidget  *box,
              GtkWidget  *label,
              const char *css_class)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* Returns: (transfer full): what stands above the words; empty where they say it themselves */
static char *
make_caption (VacDiff       *diff,
              VacDifference *difference)
{
  switch (difference->kind)
    {
    case VAC_DIFFERENCE_INSERTED:
      return g_strdup (_("Only in this posting"));
    case VAC_DIFFERENCE_REMOVED:
      return g_strdup (_("Only in the guide"));
    case VAC_DIFFERENCE_CHANGED:
    case VAC_DIFFERENCE_MOVED:
    case VAC_DIFFERENCE_LAYOUT:
    default:
      return vac_node_get_role (difference->b) == VAC_ROLE_ITEM_TEXT
                 ? g_strdup ("") : vac_diff_get_label (diff, difference);
    }
}

static GtkWidget *
create_row (Question       *self,
            VacGuideChange *change)
{
  VacDiff *diff = vac_guide_update_get_diff (self->update);
  g_autofree char *sentence = vac_diff_describe (diff, change->difference);
  g_autofree char *caption = make_caption (diff, change->difference);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (*caption != '\0')
    append_label (box, gtk_label_new (caption), "dim-label");
  append_label (box, create_words (change->difference), NULL);
  gtk_widget_add_css_class (check, "guide-change");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               change->own_text && change->obstacle == NULL);
  gtk_widget_set_sensitive (check, change->obstacle == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  change->obstacle != NULL ? change->obstacle : "", -1);
  g_ptr_array_add (self->checks, check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_box_append (GTK_BOX (outer), check);
  /* Why it cannot be ticked is to be read. */
  if (change->obstacle != NULL)
    append_label (outer, gtk_label_new (change->obstacle), "guide-obstacle");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), outer);

  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *heading)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (heading, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_remark (AdwPreferencesPage *page,
            guint               n_more)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more difference follows.", "%u more differences follow.", n_more), n_more);

  add_group (page, text);
}

static void
add_rows (Question           *self,
          AdwPreferencesPage *page)
{
  VacDiff *diff = vac_guide_update_get_diff (self->update);
  GPtrArray *changes = vac_guide_update_get_changes (self->update);
  const guint n_rows = MIN (changes->len, MOST_ROWS);
  AdwPreferencesGroup *group = NULL;
  VacNode *part = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      VacGuideChange *change = g_ptr_array_index (changes, i);
      g_autofree char *heading = vac_diff_get_heading (diff, change->difference);

      if (group == NULL || part != vac_diff_get_part (diff, change->difference))
        group = add_group (page, heading);
      part = vac_diff_get_part (diff, change->difference);
      adw_preferences_group_add (group, create_row (self, change));
    }
  if (changes->len > n_rows)
    add_remark (page, changes->len - n_rows);
}

/* Answering */

static void
answer (Question *self,
        gboolean  update)
{
  GPtrArray *changes = vac_guide_update_get_changes (self->update);
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      const VacGuideChange *change = g_ptr_array_index (changes, i);

      g_hash_table_add (update && is_chosen (self, i) ? chosen : kept, g_strdup (change->digest));
    }
  self->callback (chosen, kept, self->user_data);
  vac_dialog_close (self->dialog);
}

static void
on_update_clicked_cb (GtkButton *button,
                      Question  *self)
{
  answer (self, TRUE);
}

static void
on_keep_clicked_cb (GtkButton *button,
                    Question  *self)
{
  answer (self, FALSE);
}

static void
on_check_toggled_cb (GtkCheckButton *check,
                     Question       *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any |= is_chosen (self, i);
  gtk_widget_set_sensitive (self->accept, any);
}

static GtkWidget *
create_button (const char *label,
               const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                         GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);

  return button;
}

static GtkWidget *
create_buttons (Question   *self,
                GtkWidget **keep)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  *keep = create_button (_("_This Posting Only"), NULL);
  self->accept = create_button (_("_Update the Guide Too"), "suggested-action");
  g_signal_connect (*keep, "clicked", G_CALLBACK (on_keep_clicked_cb), self);
  g_signal_connect (self->accept, "clicked", G_CALLBACK (on_update_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), *keep);
  gtk_box_append (GTK_BOX (box), self->accept);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 12);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH / 2);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);

  return clamp;
}

static GtkWidget *
create_page (Question   *self,
             const char *title)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *text = g_strdup_printf (
      _("This posting says these texts of the guide “%s” in other words. What is ticked goes into "
        "the guide, for the postings that are made from it later. Facts of this posting stay "
        "here: the guide keeps its placeholders."), title);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  add_rows (self, ADW_PREFERENCES_PAGE (page));
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

/**
 * vac_guide_question_show:
 * @parent: the window of the posting
 * @update: (transfer full): what the posting says otherwise
 * @title: of its guide
 * @callback: called with the answer
 * @user_data: for @callback
 * @destroy: frees @user_data when the question is gone
 *
 * Asks which changes the guide shall have. Enter answers: none.
 */
void
vac_guide_question_show (GtkWindow          *parent,
                         VacGuideUpdate     *update,
                         const char         *title,
                         VacGuideAnswerFunc  callback,
                         gpointer            user_data,
                         GDestroyNotify      destroy)
{
  Question *self = g_new0 (Question, 1);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *keep;

  self->update = update;
  self->checks = g_ptr_array_new ();
  self->callback = callback;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_box_append (GTK_BOX (content), create_page (self, title));
  gtk_box_append (GTK_BOX (content), create_buttons (self, &keep));
  for (guint i = 0; i < self->checks->len; i++)
    g_signal_connect (g_ptr_array_index (self->checks, i), "toggled",
                      G_CALLBACK (on_check_toggled_cb), self);
  on_check_toggled_cb (NULL, self);

  self->dialog = vac_dialog_new (parent, _("Update the Guide?"), content, WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (self->dialog), "vac-guide-question", self, question_free);
  vac_dialog_set_default (self->dialog, keep);
  vac_dialog_present (self->dialog);
}
