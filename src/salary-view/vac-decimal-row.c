/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-decimal-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-decimal-row.h"
#include "vac-editor.h"
#include "vac-money.h"

/**
 * VacDecimalRow:
 *
 * Edits a whole number that a person reads with decimals: an index of 118.23 is kept as 11823, a
 * share of 25 % as 250. Anything else is marked and does not reach the document.
 */
struct _VacDecimalRow
{
  AdwEntryRow  parent_instance;

  /* Owned */
  VacDocument *document;
  VacNode     *leaf;

  guint        decimals;
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (VacDecimalRow, vac_decimal_row, ADW_TYPE_ENTRY_ROW)

/* Digits, then at most @decimals more behind either mark; nothing that is too large to count. */
static gboolean
parse (const char *text,
       guint       decimals,
       gint64     *value)
{
  guint n_behind = 0;
  gboolean behind = FALSE;

  *value = 0;
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if ((*text == '.' || *text == ',') && !behind && decimals > 0)
        {
          behind = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text) || (behind && ++n_behind > decimals) ||
          __builtin_mul_overflow (*value, 10, value) ||
          __builtin_add_overflow (*value, *text - '0', value))
        return FALSE;
    }
  for (; n_behind < decimals; n_behind++)
    if (__builtin_mul_overflow (*value, 10, value))
      return FALSE;

  return TRUE;
}

static char *
format (VacDecimalRow *self)
{
  g_autofree char *text = NULL;
  gint64 value;

  if (!vac_node_get_integer (self->leaf, &value))
    return g_strdup (vac_node_get_text (self->leaf));
  text = vac_money_format_decimal (value, self->decimals,
                                   vac_document_get_text (self->document, VAC_ROLE_LANGUAGE));
  if (self->decimals > 0 && strlen (text) > self->decimals)
    {
      char *end = text + strlen (text);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.' || end[-1] == ',')
        *--end = '\0';
    }

  return g_steal_pointer (&text);
}

static void
mark (VacDecimalRow *self,
      gboolean       wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show (VacDecimalRow *self)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *text = NULL;
  gint64 own, value;

  /* "118." on the way to "118.2" is the same number and stays as it is typed. */
  if (vac_node_get_integer (self->leaf, &value) && parse (shown, self->decimals, &own) &&
      own == value)
    return;
  text = format (self);
  if (g_str_equal (text, shown))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->showing = FALSE;
  mark (self, FALSE);
}

static void
on_changed_cb (VacDecimalRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  gint64 value;

  if (self->showing)
    return;
  g_strstrip (text);
  if (*text == '\0')
    vac_document_set_text (self->document, self->leaf, "");
  else if (parse (text, self->decimals, &value))
    vac_document_set_integer (self->document, self->leaf, value);
  mark (self, *text != '\0' && !parse (text, self->decimals, &value));
}

static void
vac_decimal_row_dispose (GObject *object)
{
  g_clear_object (&VAC_DECIMAL_ROW (object)->leaf);
  g_clear_object (&VAC_DECIMAL_ROW (object)->document);

  G_OBJECT_CLASS (vac_decimal_row_parent_class)->dispose (object);
}

static void
vac_decimal_row_class_init (VacDecimalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_decimal_row_dispose;
}

static void
vac_decimal_row_init (VacDecimalRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
}

/**
 * vac_decimal_row_new:
 * @document: the document
 * @leaf: a whole number in it
 * @title: what it is called
 * @decimals: how many of its digits stand behind the decimal mark
 *
 * Returns: (transfer floating): a row that edits it
 */
GtkWidget *
vac_decimal_row_new (VacDocument *document,
                     VacNode     *leaf,
                     const char  *title,
                     guint        decimals)
{
  VacDecimalRow *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), NULL);

  self = g_object_new (VAC_TYPE_DECIMAL_ROW, NULL);
  self->document = g_object_ref (document);
  self->leaf = g_object_ref (leaf);
  vac_editor_set_node (GTK_WIDGET (self), leaf);
  vac_editor_describe (GTK_WIDGET (self), leaf);
  self->decimals = decimals;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show (self);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_signal_connect_object (leaf, "notify::text", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_object_bind_property (document, "read-only", self, "editable",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  return GTK_WIDGET (self);
}
