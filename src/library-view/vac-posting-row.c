/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-posting-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-posting-row.h"
#include "vac-names.h"
#include "vac-sheet.h"

/* Of the picture of the first page, in pixels of the interface. */
#define SHEET_WIDTH 40

/**
 * VacPostingRow:
 *
 * A posting that can be opened: its first page, its title, and where it is.
 */
struct _VacPostingRow
{
  AdwActionRow  parent_instance;

  /* Borrowed: in the row */
  VacSheet     *sheet;

  /* Owned */
  GObject      *posting;
};

G_DEFINE_FINAL_TYPE (VacPostingRow, vac_posting_row, ADW_TYPE_ACTION_ROW)

static void
vac_posting_row_dispose (GObject *object)
{
  g_clear_object (&VAC_POSTING_ROW (object)->posting);

  G_OBJECT_CLASS (vac_posting_row_parent_class)->dispose (object);
}

static void
vac_posting_row_class_init (VacPostingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_posting_row_dispose;
}

static void
vac_posting_row_init (VacPostingRow *self)
{
  self->sheet = VAC_SHEET (vac_sheet_new (SHEET_WIDTH));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->sheet));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
}

/**
 * vac_posting_row_new:
 * @posting: whatever stands for the posting
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vac_posting_row_new (GObject *posting)
{
  VacPostingRow *self;

  g_return_val_if_fail (G_IS_OBJECT (posting), NULL);

  self = g_object_new (VAC_TYPE_POSTING_ROW, NULL);
  self->posting = g_object_ref (posting);

  return GTK_WIDGET (self);
}

/**
 * vac_posting_row_get_posting:
 * @self: a row
 *
 * Returns: (transfer none): what vac_posting_row_new() was told
 */
GObject *
vac_posting_row_get_posting (VacPostingRow *self)
{
  g_return_val_if_fail (VAC_IS_POSTING_ROW (self), NULL);

  return self->posting;
}

/**
 * vac_posting_row_describe:
 * @self: a row
 * @title: of the job; may be empty
 * @detail: when it was changed, and where it is
 */
void
vac_posting_row_describe (VacPostingRow *self,
                          const char    *title,
                          const char    *detail)
{
  g_autofree char *name = NULL;

  g_return_if_fail (VAC_IS_POSTING_ROW (self));

  if (*title == '\0')
    title = _("Untitled Posting");
  name = g_strdup_printf ("%s, %s", title, detail);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), detail);
  vac_names_set (GTK_WIDGET (self), name);
  /* The name says it all; GTK would describe the row by its tooltip, libadwaita by its subtitle. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/**
 * vac_posting_row_get_pixels:
 * @self: a row
 *
 * Returns: how wide its picture has to be, in pixels of the screen
 */
int
vac_posting_row_get_pixels (VacPostingRow *self)
{
  g_return_val_if_fail (VAC_IS_POSTING_ROW (self), 1);

  return vac_sheet_get_pixels (self->sheet);
}

/**
 * vac_posting_row_set_picture:
 * @self: a row
 * @picture: (nullable): the first page
 */
void
vac_posting_row_set_picture (VacPostingRow *self,
                             GdkTexture    *picture)
{
  g_return_if_fail (VAC_IS_POSTING_ROW (self));

  vac_sheet_set_picture (self->sheet, picture);
}

/**
 * vac_posting_row_matches:
 * @self: a row
 * @typed: what somebody looks for; may be empty
 *
 * Returns: whether it says all words of @typed, or their beginnings
 */
gboolean
vac_posting_row_matches (VacPostingRow *self,
                         const char    *typed)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (VAC_IS_POSTING_ROW (self) && typed != NULL, FALSE);

  words = g_strjoin (" ", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                     adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), NULL);

  return *typed == '\0' || g_str_match_string (typed, words, TRUE);
}
