/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-age"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-age.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)

static gboolean
is_same_day (GDateTime *one,
             GDateTime *other)
{
  return g_date_time_get_year (one) == g_date_time_get_year (other) &&
         g_date_time_get_day_of_year (one) == g_date_time_get_day_of_year (other);
}

/**
 * vac_age_describe:
 * @time: when something happened
 * @now: the present, in the same time zone
 *
 * Returns: (transfer full): when that was, as one would say it in the language of the interface
 */
char *
vac_age_describe (GDateTime *time,
                  GDateTime *now)
{
  gint64 age;
  g_autoptr (GDateTime) yesterday = NULL;

  g_return_val_if_fail (time != NULL && now != NULL, NULL);

  age = g_date_time_difference (now, time) / G_USEC_PER_SEC;
  yesterday = g_date_time_add_days (now, -1);

  if (age >= 0 && age < MINUTE)
    return g_strdup (_("Just now"));
  if (age >= 0 && age < HOUR)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) (age / MINUTE)),
                            (int) (age / MINUTE));
  if (age >= 0 && is_same_day (time, now))
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong) (age / HOUR)),
                            (int) (age / HOUR));
  if (is_same_day (time, yesterday))
    /* Translators: for strftime () */
    return g_date_time_format (time, _("Yesterday, %H:%M"));

  /* Translators: for strftime (): a day */
  return g_date_time_format (time, _("%B %-d, %Y"));
}
