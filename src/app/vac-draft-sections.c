/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-draft-sections"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-draft-dialog-private.h"
#include "vac-draft-match.h"
#include "vac-text-label.h"

/* The sections of a draft, each as a card: its heading, where it goes, and its parts as they were
 * read. The color of the bar says where as well. */

/* So many parts are listed one by one, and so many sections with their controls. The rest is
 * imported unseen. */
#define MOST_PARTS    250
#define MOST_SECTIONS 60

/* In characters: a label tries out many widths. */
#define LONGEST_TEXT 1500

/* The way into the section above, before the targets. */
#define PART_OF_ABOVE 0

static const char *const colors[VAC_N_HEADINGS] = {
  [VAC_HEADING_NONE] = "vac-to-own",
  [VAC_HEADING_ABOUT_ROLE] = "vac-to-role",
  [VAC_HEADING_RESPONSIBILITIES] = "vac-to-tasks",
  [VAC_HEADING_REQUIRED] = "vac-to-required",
  [VAC_HEADING_PREFERRED] = "vac-to-preferred",
  [VAC_HEADING_BENEFITS] = "vac-to-benefits",
  [VAC_HEADING_PAY] = "vac-to-pay",
  [VAC_HEADING_EMPLOYER] = "vac-to-employer",
  [VAC_HEADING_APPLY] = "vac-to-apply",
  [VAC_HEADING_EQUAL_OPPORTUNITY] = "vac-to-equal",
  [VAC_HEADING_ACCOMMODATION] = "vac-to-accommodation",
  [VAC_HEADING_QUESTIONS] = "vac-to-questions",
  [VAC_HEADING_FACTS] = "vac-to-facts",
  [VAC_HEADING_OTHER_PAGE] = "vac-to-none",
};

/* A section and its widgets; they are borrowed, it goes with its card. */
typedef struct
{
  VacDraftDialog  *dialog;
  VacFoundSection *section;
  gboolean         within;     /* may be part of the section above */
  GtkWidget       *card;
  GtkWidget       *fate;       /* what is not used, and why */
  GtkDropDown     *targets;
  GtkSwitch       *used;
} Card;

static Card *
get_card (GtkWidget *list)
{
  return g_object_get_data (G_OBJECT (list), "vac-card");
}

static guint
get_part (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "vac-part"));
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  g_autofree char *shown = vac_draft_shorten (text, LONGEST_TEXT);
  GtkWidget *label = vac_text_label_new (shown);

  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Where a section goes */

static const char *
get_title (const VacFoundSection *section)
{
  return *section->title != '\0' ? section->title : _("Before the First Heading");
}

/* What takes the section in, in a word. */
static const char *
name_place (const Card *card)
{
  const VacFoundSection *section = card->section;

  if (!section->used)
    return _("Not used");

  return section->level > 1 ? _("Part of the Section Above")
                            : vac_recognition_name_target (section->target);
}

static const char *
find_color (VacDraftDialog        *self,
            const VacFoundSection *section)
{
  VacHeading target = section->target;

  if (!section->used)
    return colors[VAC_HEADING_OTHER_PAGE];
  /* A part has the color of the whole. */
  for (guint i = 0; section->level > 1 && i < vac_recognition_get_n_sections (self->recognition);
       i++)
    {
      const VacFoundSection *other = vac_recognition_get_section (self->recognition, i);

      if (other == section)
        break;
      if (other->level == 1)
        target = other->target;
    }

  return colors[target] != NULL ? colors[target] : colors[VAC_HEADING_NONE];
}

static char *
explain_fate (const VacFoundSection *section)
{
  if (section->used)
    return g_strdup ("");
  if (section->target == VAC_HEADING_OTHER_PAGE)
    return g_strdup (_("Not used: it belongs to the page around the posting."));

  return g_strdup (_("Not used: it is switched off."));
}

static void
set_color (GtkWidget  *row,
           const char *color)
{
  const char *before = g_object_get_data (G_OBJECT (row), "vac-color");

  if (before != NULL)
    gtk_widget_remove_css_class (row, before);
  gtk_widget_add_css_class (row, color);
  g_object_set_data (G_OBJECT (row), "vac-color", (gpointer) color);
}

/* Returns: (transfer full): what the facts are about that are read from a part */
static char *
list_facts (VacRecognition *recognition,
            guint           part)
{
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();

  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);
      const char *subject = vac_draft_name_subject (fact);

      if (fact->part == part && fact->taken &&
          !g_ptr_array_find_with_equal_func (subjects, subject, g_str_equal, NULL))
        g_ptr_array_add (subjects, (gpointer) subject);
    }
  g_ptr_array_add (subjects, NULL);

  return g_strjoinv (" · ", (GStrv) subjects->pdata);
}

/* Whether nothing of a part is text of the section. */
static gboolean
is_all_facts (VacRecognition *recognition,
              guint           part)
{
  const char *text = vac_draft_get_part (vac_recognition_get_draft (recognition), part)->text;
  g_autofree char *left = vac_recognition_dup_text (recognition, part);

  /* The title is the whole of its part, and nothing is cut out of that. */
  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);

      if (fact->part == part && fact->taken && fact->role == VAC_ROLE_JOB_TITLE &&
          g_str_equal (fact->value, text))
        return TRUE;
    }

  return *left == '\0';
}

/* What a part says and what became of it. What is all facts goes to these, not to the section. */
static void
update_part (Card       *card,
             GtkWidget  *row,
             guint       part,
             const char *color)
{
  VacRecognition *recognition = card->dialog->recognition;
  const VacDraftPart *found = vac_draft_get_part (vac_recognition_get_draft (recognition), part);
  GtkWidget *caption = g_object_get_data (G_OBJECT (row), "vac-caption");
  g_autofree char *facts = list_facts (recognition, part);
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", name_place (card), found->text,
                                           *facts != '\0' ? " → " : "", facts);

  gtk_label_set_text (GTK_LABEL (caption), facts);
  gtk_widget_set_visible (caption, *facts != '\0');
  set_color (row, *facts != '\0' && is_all_facts (recognition, part) ? colors[VAC_HEADING_FACTS]
                                                                     : color);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_card (Card *card)
{
  const char *color = find_color (card->dialog, card->section);
  g_autofree char *fate = explain_fate (card->section);

  gtk_widget_set_tooltip_text (GTK_WIDGET (card->targets), name_place (card));
  gtk_label_set_text (GTK_LABEL (card->fate), fate);
  gtk_widget_set_visible (card->fate, *fate != '\0');
  for (GtkWidget *row = gtk_widget_get_first_child (card->card); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (g_object_get_data (G_OBJECT (row), "vac-caption") != NULL)
        update_part (card, row, get_part (row), color);
      else
        set_color (row, color);
    }
}

/*
 * vac_draft_update_parts:
 * @self: a dialog with a draft
 *
 * Shows what becomes of each part now that something was chosen.
 */
void
vac_draft_update_parts (VacDraftDialog *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    update_card (get_card (g_ptr_array_index (self->cards, i)));
}

static void
on_target_selected_cb (GtkDropDown *targets,
                       GParamSpec  *pspec,
                       Card        *card)
{
  const guint selected = gtk_drop_down_get_selected (targets);
  VacFoundSection *section = card->section;

  if (card->dialog->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (card->within)
    section->level = selected == PART_OF_ABOVE ? 2 : 1;
  if (section->level == 1)
    section->target = selected - card->within;
  section->used = section->level > 1 || section->target != VAC_HEADING_OTHER_PAGE;
  card->dialog->filling = TRUE;
  gtk_switch_set_active (card->used, section->used);
  card->dialog->filling = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (card->dialog), "draft.refresh", NULL);
}

static void
on_used_changed_cb (GtkSwitch  *used,
                    GParamSpec *pspec,
                    Card       *card)
{
  VacFoundSection *section = card->section;

  if (card->dialog->filling)
    return;
  section->used = gtk_switch_get_active (used);
  if (section->used && section->target == VAC_HEADING_OTHER_PAGE)
    {
      section->target = VAC_HEADING_NONE;
      card->dialog->filling = TRUE;
      gtk_drop_down_set_selected (card->targets, section->target + card->within);
      card->dialog->filling = FALSE;
    }
  gtk_widget_activate_action (GTK_WIDGET (card->dialog), "draft.refresh", NULL);
}

/* Making the rows */

static void
on_target_setup_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
on_target_bind_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *list_item)
{
  GtkStringObject *name = GTK_STRING_OBJECT (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (name));
}

/* With large letters, a name is wider than a phone; the list that opens shows the whole of it. */
static void
let_shrink (GtkDropDown *targets)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_target_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_target_bind_cb), NULL);
  gtk_drop_down_set_list_factory (targets, gtk_drop_down_get_factory (targets));
  gtk_drop_down_set_factory (targets, factory);
}

static GtkWidget *
create_targets (Card *card)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *label = g_strdup_printf (_("Where “%s” goes"), get_title (card->section));
  GtkWidget *targets;

  if (card->within)
    gtk_string_list_append (names, _("Part of the Section Above"));
  for (guint i = 0; i < VAC_N_HEADINGS; i++)
    gtk_string_list_append (names, vac_recognition_name_target (i));
  targets = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  card->targets = GTK_DROP_DOWN (targets);
  let_shrink (card->targets);
  gtk_drop_down_set_selected (card->targets, card->section->level > 1
                                             ? PART_OF_ABOVE
                                             : card->section->target + card->within);
  gtk_widget_set_halign (targets, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (targets), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (targets, "notify::selected", G_CALLBACK (on_target_selected_cb), card);

  return targets;
}

static GtkWidget *
create_switch (Card *card)
{
  g_autofree char *label = g_strdup_printf (_("Import “%s”"), get_title (card->section));
  GtkWidget *used = gtk_switch_new ();

  card->used = GTK_SWITCH (used);
  gtk_switch_set_active (card->used, card->section->used);
  gtk_widget_set_valign (used, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (used), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (used, "notify::active", G_CALLBACK (on_used_changed_cb), card);

  return used;
}

static GtkWidget *
wrap_row (GtkWidget *content,
          gboolean   header)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "vac-bar");
  gtk_widget_add_css_class (content, "vac-part-content");
  gtk_widget_add_css_class (row, header ? "vac-part-header" : "vac-part");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !header);

  return row;
}

/* The heading with its controls. */
static GtkWidget *
create_header (Card *card)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = create_label (get_title (card->section), "heading");
  GtkWidget *row;

  if (*card->section->title == '\0')
    gtk_widget_add_css_class (title, "dim-label");
  card->fate = create_label ("", "caption");
  gtk_box_append (GTK_BOX (controls), title);
  gtk_box_append (GTK_BOX (controls), create_switch (card));
  gtk_box_append (GTK_BOX (content), controls);
  gtk_box_append (GTK_BOX (content), create_targets (card));
  gtk_box_append (GTK_BOX (content), card->fate);
  gtk_widget_set_hexpand (content, TRUE);
  row = wrap_row (content, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (card->section), -1);

  return row;
}

static char *
get_part_text (const VacDraftPart *part)
{
  g_autofree char *text = part->label == NULL ? g_strdup (part->text)
                          : *part->text == '\0' ? g_strdup (part->label)
                          : g_strconcat (part->label, ": ", part->text, NULL);

  return part->kind == VAC_DRAFT_ROW ? g_strdelimit (g_steal_pointer (&text), "\t", ' ')
                                     : g_steal_pointer (&text);
}

static GtkWidget *
create_part (Card  *card,
             guint  position)
{
  const VacDraftPart *part = vac_draft_get_part (
      vac_recognition_get_draft (card->dialog->recognition), position);
  g_autofree char *text = get_part_text (part);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *caption = create_label ("", "caption");
  GtkWidget *row;

  if (part->kind == VAC_DRAFT_BULLET)
    {
      GtkWidget *bullet = gtk_label_new ("•");

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_widget_set_margin_start (bullet, part->level > 1 ? (int) MIN (part->level - 1, 3) * 12
                                                           : 0);
      gtk_box_append (GTK_BOX (line), bullet);
    }
  gtk_box_append (GTK_BOX (line), create_label (text, part->kind == VAC_DRAFT_HEADING ? "heading"
                                                                                      : NULL));
  gtk_box_append (GTK_BOX (content), line);
  gtk_widget_add_css_class (caption, "vac-part-facts");
  gtk_box_append (GTK_BOX (content), caption);
  row = wrap_row (content, FALSE);
  g_object_set_data (G_OBJECT (row), "vac-part", GUINT_TO_POINTER (position));
  g_object_set_data (G_OBJECT (row), "vac-caption", caption);

  return row;
}

static GtkWidget *
create_remark (guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more paragraph", "%u more paragraphs", n),
                                           n);
  GtkWidget *row = wrap_row (create_label (text, "dim-label"), FALSE);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* A click, or Enter, shows the part in the posting. */
static void
on_row_activated_cb (GtkListBox     *list,
                     GtkListBoxRow  *row,
                     VacDraftDialog *self)
{
  VacNode *node = vac_draft_find_node (self->recognition, get_part (GTK_WIDGET (row)),
                                       self->result);

  if (node != NULL)
    vac_page_view_reveal_node (self->page_view, node);
}

static GtkWidget *
create_card (VacDraftDialog *self,
             guint           position,
             guint          *n_left)
{
  VacFoundSection *section = vac_recognition_get_section (self->recognition, position);
  const guint n_parts = section->end - section->start;
  const guint n_shown = MIN (n_parts, *n_left);
  GtkWidget *list = gtk_list_box_new ();
  Card *card = g_new0 (Card, 1);

  card->dialog = self;
  card->section = section;
  card->within = position > 0 && section->level > 1;
  card->card = list;
  g_object_set_data_full (G_OBJECT (list), "vac-card", card, g_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_overflow (list, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (section), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), create_header (card));
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *row = create_part (card, section->start + i);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_index (self->part_rows, section->start + i) = row;
    }
  if (n_shown < n_parts)
    gtk_list_box_append (GTK_LIST_BOX (list), create_remark (n_parts - n_shown));
  *n_left -= n_shown;

  return list;
}

/*
 * vac_draft_show_sections:
 * @self: a dialog with a draft
 *
 * Shows the sections of the draft in place of those that were shown.
 */
void
vac_draft_show_sections (VacDraftDialog *self)
{
  const guint n = vac_recognition_get_n_sections (self->recognition);
  guint n_left = MOST_PARTS;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box))) != NULL)
    gtk_box_remove (self->sections_box, child);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->part_rows, 0);
  g_ptr_array_set_size (self->part_rows,
                        (int) vac_draft_get_n_parts (vac_recognition_get_draft (
                            self->recognition)));
  for (guint i = 0; i < MIN (n, MOST_SECTIONS); i++)
    {
      GtkWidget *card = create_card (self, i, &n_left);

      g_ptr_array_add (self->cards, card);
      gtk_box_append (self->sections_box, card);
    }
  if (n > MOST_SECTIONS)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u more section is imported as it is.",
                    "%u more sections are imported as they are.", n - MOST_SECTIONS),
          n - MOST_SECTIONS);

      gtk_box_append (self->sections_box, create_label (text, "dim-label"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sections_group), n > 0);
  vac_draft_update_parts (self);
}

/*
 * vac_draft_go_to_part:
 * @self: a dialog with a draft
 * @part: a part of the draft
 *
 * Puts the focus on the part, if it is listed.
 */
void
vac_draft_go_to_part (VacDraftDialog *self,
                      guint           part)
{
  GtkWidget *row = part < self->part_rows->len ? g_ptr_array_index (self->part_rows, part) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}
