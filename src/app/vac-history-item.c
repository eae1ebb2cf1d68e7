/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-history-item"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-age.h"
#include "vac-history-item.h"

/**
 * VacHistoryItem:
 *
 * A row of the list of versions: one that has been kept, or the posting as it is now.
 */
struct _VacHistoryItem
{
  GObject     parent_instance;

  /* Owned */
  VacVersion *version;    /* NULL for the posting as it is now */
  char       *title;
  char       *detail;
  char       *summary;    /* NULL until somebody found it out */
};

G_DEFINE_FINAL_TYPE (VacHistoryItem, vac_history_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_exactly (GDateTime *time)
{
  /* Translators: for strftime (): a day and a time, short and exact */
  return g_date_time_format (time, _("%b %-d, %Y, %H:%M"));
}

static char *
make_detail (const VacVersion *version,
             GDateTime        *time)
{
  g_autofree char *exact = format_exactly (time);

  return *version->who != '\0' ? g_strdup_printf ("%s · %s", exact, version->who)
                               : g_steal_pointer (&exact);
}

static void
vac_history_item_finalize (GObject *object)
{
  VacHistoryItem *self = VAC_HISTORY_ITEM (object);

  vac_version_free (self->version);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->summary);

  G_OBJECT_CLASS (vac_history_item_parent_class)->finalize (object);
}

static void
vac_history_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, VAC_HISTORY_ITEM (object)->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_history_item_class_init (VacHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vac_history_item_finalize;
  object_class->get_property = vac_history_item_get_property;

  /**
   * VacHistoryItem:summary:
   *
   * What changed since the version before, in a line; %NULL until that has been found out.
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_history_item_init (VacHistoryItem *self)
{
}

/**
 * vac_history_item_new:
 * @version: (nullable): a version; %NULL for the posting as it is now
 * @now: in seconds since 1970
 *
 * Returns: (transfer full): an item
 */
VacHistoryItem *
vac_history_item_new (const VacVersion *version,
                      gint64            now)
{
  VacHistoryItem *self = g_object_new (VAC_TYPE_HISTORY_ITEM, NULL);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) present = g_date_time_new_from_unix_local (now);

  if (version == NULL)
    {
      self->title = g_strdup (_("Current Version"));
      self->detail = g_strdup (_("As it is in the window"));
      return self;
    }
  time = g_date_time_new_from_unix_local (version->time);
  self->version = vac_version_copy (version);
  self->title = *version->name != '\0' ? g_strdup (version->name)
                                       : vac_age_describe (time, present);
  self->detail = make_detail (version, time);

  return self;
}

/**
 * vac_history_item_get_version:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the version; %NULL for the posting as it is now
 */
const VacVersion *
vac_history_item_get_version (VacHistoryItem *self)
{
  g_return_val_if_fail (VAC_IS_HISTORY_ITEM (self), NULL);

  return self->version;
}

/**
 * vac_history_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what to call it: its name, or else how long ago it was
 */
const char *
vac_history_item_get_title (VacHistoryItem *self)
{
  g_return_val_if_fail (VAC_IS_HISTORY_ITEM (self), NULL);

  return self->title;
}

/**
 * vac_history_item_make_title:
 * @self: an item of a version that has been kept
 *
 * Returns: (transfer full): what to call it within a sentence
 */
char *
vac_history_item_make_title (VacHistoryItem *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *exact = NULL;

  g_return_val_if_fail (VAC_IS_HISTORY_ITEM (self) && self->version != NULL, NULL);

  if (*self->version->name != '\0')
    /* Translators: within a sentence */
    return g_strdup_printf (_("the version “%s”"), self->version->name);
  time = g_date_time_new_from_unix_local (self->version->time);
  exact = format_exactly (time);

  /* Translators: within a sentence; a day and a time */
  return g_strdup_printf (_("the version of %s"), exact);
}

/**
 * vac_history_item_get_detail:
 * @self: an item
 *
 * Returns: (transfer none): when exactly it was saved, and by whom
 */
const char *
vac_history_item_get_detail (VacHistoryItem *self)
{
  g_return_val_if_fail (VAC_IS_HISTORY_ITEM (self), NULL);

  return self->detail;
}

/**
 * vac_history_item_get_summary:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): see #VacHistoryItem:summary
 */
const char *
vac_history_item_get_summary (VacHistoryItem *self)
{
  g_return_val_if_fail (VAC_IS_HISTORY_ITEM (self), NULL);

  return self->summary;
}

/**
 * vac_history_item_set_summary:
 * @self: an item
 * @summary: what changed; empty if there is nothing to say
 */
void
vac_history_item_set_summary (VacHistoryItem *self,
                              const char     *summary)
{
  g_return_if_fail (VAC_IS_HISTORY_ITEM (self));

  if (g_strcmp0 (self->summary, summary) == 0)
    return;
  g_free (self->summary);
  self->summary = g_strdup (summary);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/**
 * vac_history_item_describe:
 * @self: an item
 *
 * Returns: (transfer full): all that its row shows, for somebody who hears it
 */
char *
vac_history_item_describe (VacHistoryItem *self)
{
  g_return_val_if_fail (VAC_IS_HISTORY_ITEM (self), NULL);

  if (self->summary == NULL || *self->summary == '\0')
    return g_strdup_printf ("%s, %s", self->title, self->detail);

  return g_strdup_printf ("%s, %s, %s", self->title, self->detail, self->summary);
}
