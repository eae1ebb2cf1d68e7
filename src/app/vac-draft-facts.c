/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-draft-facts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-popover.h"
#include "vac-control-row.h"
#include "vac-date.h"
#include "vac-draft-dialog-private.h"
#include "vac-money.h"

/* The facts of a draft, each in a row: what it is for, what it says, the words it was read from. */

/* A list of so many rows is still made at once. */
#define MOST_FACTS 200

/* In characters. */
#define LONGEST_VALUE 200

/* Returns: (nullable): what the field's part of the job is called, where its own name needs that:
 * “Pay”, for its minimum */
static const char *
get_group_label (VacRole role)
{
  static const VacRole groups[] = { VAC_ROLE_PAY, VAC_ROLE_CONTACT };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const VacField *group = vac_schema_get_field (groups[i]);

      for (const VacField *member = group->fields; member->name != NULL; member++)
        if (member->role == role)
          return group->label;
    }

  return NULL;
}

/*
 * vac_draft_name_subject:
 * @fact: a fact
 *
 * Returns: (transfer none): what it is about, more broadly than its field: “Pay”
 */
const char *
vac_draft_name_subject (const VacFoundFact *fact)
{
  const char *group = get_group_label (fact->role);
  const VacField *field = vac_schema_get_field (fact->role);

  if (group != NULL)
    return _(group);

  return field != NULL && field->label != NULL ? _(field->label) : _("Other");
}

/*
 * vac_draft_name_field:
 * @fact: a fact
 *
 * Returns: (transfer full): what the form calls its field
 */
char *
vac_draft_name_field (const VacFoundFact *fact)
{
  const VacField *field = vac_schema_get_field (fact->role);
  const char *label = field != NULL && field->label != NULL ? _(field->label) : _("Other");
  const char *group = get_group_label (fact->role);
  g_autofree char *name = group != NULL ? g_strdup_printf ("%s: %s", _(group), label)
                                        : g_strdup (label);

  /* Translators: a field and which element of a list it is in: “City (2)” */
  return fact->index > 0 ? g_strdup_printf (_("%s (%u)"), name, fact->index + 1)
                         : g_steal_pointer (&name);
}

static const char *
get_language (VacDraftDialog *self)
{
  return vac_recognition_get_language (self->recognition);
}

/* Returns: (nullable): the currency that the draft says */
static const char *
find_currency (VacDraftDialog *self)
{
  for (guint i = 0; i < vac_recognition_get_n_facts (self->recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (self->recognition, i);

      if (fact->role == VAC_ROLE_PAY_CURRENCY && fact->exact)
        return fact->value;
    }

  return NULL;
}

/*
 * vac_draft_shorten:
 * @text: something of a draft
 * @longest: in characters
 *
 * Returns: (transfer full): so much of @text as a label lays out quickly
 */
char *
vac_draft_shorten (const char *text,
                   guint       longest)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= longest)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, longest);

  return g_strconcat (start, "…", NULL);
}

/* Returns: (transfer full): the value as a person reads it */
static char *
describe_value (VacDraftDialog     *self,
                const VacFoundFact *fact)
{
  const VacField *field = vac_schema_get_field (fact->role);
  const VacChoice *choice;
  VacCodeKind kind;
  VacMoney amount;
  GDate date;

  if (field == NULL || !fact->exact)
    return vac_draft_shorten (fact->value, LONGEST_VALUE);
  choice = vac_field_find_choice (field, fact->value);
  if (choice != NULL)
    return g_strdup (_(choice->label));
  if (vac_field_is_code (field, &kind))
    return vac_code_describe (kind, fact->value);
  if (field->kind == VAC_KIND_TOGGLE)
    return g_strdup (g_str_equal (fact->value, "true") ? C_("toggle", "on") : C_("toggle", "off"));
  if (field->kind == VAC_KIND_DATE && vac_date_from_iso (fact->value, &date))
    return vac_date_format (&date, get_language (self));
  if (field->kind == VAC_KIND_MONEY && vac_money_parse (fact->value, &amount))
    return vac_money_format (amount, find_currency (self), get_language (self));

  return vac_draft_shorten (fact->value, LONGEST_VALUE);
}

static gboolean
is_pay (VacRole role)
{
  return role == VAC_ROLE_PAY_MINIMUM || role == VAC_ROLE_PAY_MAXIMUM ||
         role == VAC_ROLE_PAY_CURRENCY || role == VAC_ROLE_PAY_PERIOD;
}

static gboolean
is_for_same (const VacFoundFact *a,
             const VacFoundFact *b)
{
  return a->role == b->role && a->index == b->index;
}

/* Why a fact was not taken by itself. */
static const char *
explain (VacDraftDialog     *self,
         const VacFoundFact *fact)
{
  if (!fact->exact)
    return _("Unclear: it is not taken as a fact.");
  for (guint i = 0; i < vac_recognition_get_n_facts (self->recognition); i++)
    {
      const VacFoundFact *other = vac_recognition_get_fact (self->recognition, i);

      if (other != fact && other->taken && is_for_same (other, fact))
        return _("Another value stands before it.");
    }
  if (is_pay (fact->role))
    return _("Unclear: pay needs an amount, a currency and a period.");

  return _("Unclear: take it if it is right.");
}

static char *
describe (VacDraftDialog     *self,
          const VacFoundFact *fact)
{
  g_autofree char *value = describe_value (self, fact);
  g_autofree char *words = vac_draft_shorten (fact->words, LONGEST_VALUE);
  const gboolean verbatim = g_str_equal (fact->words, fact->value) || g_str_equal (words, value);
  g_autofree char *source = verbatim ? NULL : g_strdup_printf (_("Read from “%s”"), words);
  const char *reason = fact->taken ? NULL : explain (self, fact);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (lines, value);
  if (source != NULL)
    g_strv_builder_add (lines, source);
  if (reason != NULL)
    g_strv_builder_add (lines, reason);
  strv = g_strv_builder_end (lines);

  return g_strjoinv ("\n", strv);
}

static VacFoundFact *
get_fact (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "vac-fact");
}

/* Of two values for one field, one is taken. */
static void
drop_others (VacDraftDialog     *self,
             const VacFoundFact *fact)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->facts_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "vac-check");
      VacFoundFact *other = check != NULL ? get_fact (check) : NULL;

      if (other != NULL && other != fact && is_for_same (other, fact))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
}

static void
on_check_toggled_cb (GtkCheckButton *check,
                     VacDraftDialog *self)
{
  VacFoundFact *fact = get_fact (GTK_WIDGET (check));

  fact->taken = gtk_check_button_get_active (check);
  if (fact->taken)
    drop_others (self, fact);
  gtk_widget_activate_action (GTK_WIDGET (self), "draft.refresh", NULL);
}

static GtkWidget *
create_row (VacDraftDialog *self,
            VacFoundFact   *fact)
{
  g_autofree char *name = vac_draft_name_field (fact);
  g_autofree char *description = describe (self, fact);
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (name, &check);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), fact->taken);
  /* Nobody knows what to write into the field. */
  gtk_widget_set_sensitive (check, fact->exact);
  gtk_widget_add_css_class (row, "vac-code");
  gtk_widget_add_css_class (row, "vac-fact");
  g_object_set_data (G_OBJECT (check), "vac-fact", fact);
  g_object_set_data (G_OBJECT (row), "vac-check", check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, 0);

  return row;
}

/*
 * vac_draft_show_facts:
 * @self: a dialog with a draft
 *
 * Lists the facts of the draft in place of those that were listed.
 */
void
vac_draft_show_facts (VacDraftDialog *self)
{
  const guint n = MIN (vac_recognition_get_n_facts (self->recognition), MOST_FACTS);
  GtkListBoxRow *row;
  int n_titles = 0;

  while ((row = gtk_list_box_get_row_at_index (self->facts_list, 0)) != NULL)
    gtk_list_box_remove (self->facts_list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      VacFoundFact *fact = vac_recognition_get_fact (self->recognition, i);
      const gboolean is_title = fact->role == VAC_ROLE_JOB_TITLE;

      /* It is looked for first, and found last. */
      gtk_list_box_insert (self->facts_list, create_row (self, fact), is_title ? n_titles : -1);
      n_titles += is_title;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), n > 0);
}
