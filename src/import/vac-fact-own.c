/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fact-own"

#include "config.h"

#include <string.h>

#include "vac-code-names.h"
#include "vac-fact-reader.h"
#include "vac-phrase.h"

/* Facts in the words in which our own exports say them. Other people's have too many ways to say
 * the same, in sentences: these stay text, of which the form offers what it finds. */

#define MOST_MONTHS (50 * 12)

static const char *
get_language (VacFactReader *self)
{
  return self->recognition->language;
}

/* "at least 30 months", "2 years" */
gboolean
vac_fact_read_duration (VacFactReader *self,
                        VacRole        role,
                        const char    *text)
{
  g_autofree char *least = NULL;

  if (vac_phrase_take_apart (get_language (self), VAC_PHRASE_AT_LEAST, text, &least, NULL))
    text = least;
  for (gint64 months = 1; months <= MOST_MONTHS; months++)
    {
      g_autofree char *written = vac_phrase_duration (get_language (self), months);

      if (g_str_equal (written, text))
        {
          g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, months);

          return vac_fact_add (self, role, 0, value, TRUE);
        }
    }

  return FALSE;
}

static gboolean
add_share (VacFactReader *self,
           const char    *share)
{
  for (gint64 percent = 1; percent <= 100; percent++)
    {
      g_autofree char *written = vac_phrase_share (get_language (self), percent);

      if (g_str_equal (written, share))
        {
          g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, percent);

          return vac_fact_add (self, VAC_ROLE_HOURS_SHARE, 0, value, TRUE);
        }
    }

  return FALSE;
}

/* "60% of full time" */
gboolean
vac_fact_read_share (VacFactReader *self,
                     VacRole        role,
                     const char    *text)
{
  g_autofree char *share = NULL;

  return vac_phrase_take_apart (get_language (self), VAC_PHRASE_SHARE_OF_FULL_TIME, text, &share,
                                NULL) &&
         add_share (self, share);
}

/* "Pay at 60%", of which the amount follows from the range. */
gboolean
vac_fact_read_pay_at_share (VacFactReader *self,
                            const char    *label)
{
  g_autofree char *share = NULL;

  return vac_phrase_take_apart (get_language (self), VAC_PHRASE_PAY_AT_SHARE, label, &share,
                                NULL) &&
         add_share (self, share);
}

/* The elements of a list in one line. */
static char **
split_items (VacFactReader *self,
             const char    *text)
{
  const char *between = vac_phrase_get (get_language (self), VAC_PHRASE_BETWEEN_ITEMS);
  g_autoptr (GString) plain = g_string_new (between);

  /* Pages and people have blanks where lines might break. */
  if (strstr (text, between) == NULL)
    {
      g_string_replace (plain, "\xc2\xa0", " ", 0);
      g_string_replace (plain, "\xe2\x80\xaf", " ", 0);
    }

  return g_strsplit (text, plain->str, -1);
}

/* "Driving licence; Forklift licence" */
gboolean
vac_fact_read_items (VacFactReader *self,
                     VacRole        role,
                     const char    *text)
{
  g_auto (GStrv) items = split_items (self, text);
  gboolean all = TRUE;

  for (guint i = 0; items[i] != NULL; i++)
    all = vac_fact_add (self, role, i, items[i], TRUE) && all;

  return all;
}

/* "Band 6 (NHS Agenda for Change); Band 7" */
gboolean
vac_fact_read_grades (VacFactReader *self,
                      VacRole        role,
                      const char    *text)
{
  g_auto (GStrv) grades = split_items (self, text);
  gboolean all = TRUE;

  for (guint i = 0; grades[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *scale = NULL;

      if (vac_phrase_take_apart (get_language (self), VAC_PHRASE_GRADE_OF_SCALE, grades[i], &label,
                                 &scale))
        all = vac_fact_add (self, VAC_ROLE_GRADE_SCALE, i, scale, TRUE) && all;
      all = vac_fact_add (self, role, i, label != NULL ? label : grades[i], TRUE) && all;
    }

  return all;
}

/* "Germany; Ontario, Canada" */
gboolean
vac_fact_read_areas (VacFactReader *self,
                     VacRole        role,
                     const char    *text)
{
  g_auto (GStrv) areas = split_items (self, text);
  gboolean all = TRUE;

  for (guint i = 0; areas[i] != NULL; i++)
    {
      const char *comma = strrchr (areas[i], ',');
      g_autofree char *region = comma != NULL ? g_strndup (areas[i], (gsize) (comma - areas[i]))
                                              : NULL;
      g_autofree char *name = g_strstrip (g_strdup (comma != NULL ? comma + 1 : areas[i]));

      all = vac_fact_add (self, role, i, name, FALSE) && all;
      if (region != NULL)
        all = vac_fact_add (self, VAC_ROLE_AREA_REGION, i, region, TRUE) && all;
    }

  return all;
}

/* "Bachelor's degree or equivalent experience" */
gboolean
vac_fact_read_education (VacFactReader *self,
                         VacRole        role,
                         const char    *text)
{
  VacFactReader reader = *self;
  g_autofree char *credential = NULL;

  if (!vac_phrase_take_apart (get_language (self), VAC_PHRASE_OR_EXPERIENCE, text, &credential,
                              NULL))
    return vac_fact_add (self, role, 0, text, FALSE);
  if (!vac_fact_add (self, role, 0, credential, FALSE))
    return FALSE;
  reader.length = 0;

  return vac_fact_add (&reader, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD, 0, "true", TRUE);
}

/* "German (C1); English (B2)" */
gboolean
vac_fact_read_speeches (VacFactReader *self,
                        VacRole        role,
                        const char    *text)
{
  g_auto (GStrv) speeches = split_items (self, text);
  gboolean all = TRUE;

  for (guint i = 0; speeches[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *level = NULL;

      if (vac_phrase_take_apart (get_language (self), VAC_PHRASE_LANGUAGE_AND_LEVEL, speeches[i],
                                 &name, &level))
        all = vac_fact_add (self, VAC_ROLE_SPEECH_LEVEL, i, level, FALSE) && all;
      all = vac_fact_add (self, role, i, name != NULL ? name : speeches[i], FALSE) && all;
    }

  return all;
}
