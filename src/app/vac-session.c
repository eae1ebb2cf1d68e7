/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-session"

#include "config.h"

#include "vac-session.h"
#include "vac-state-folder.h"

/* Which postings were open when the program was used last, in a file of the program's own. That it
 * cannot be read or written is no reason to bother anybody. */

#define FILE_NAME "session"

/* More windows than anybody opens. */
#define MOST 100

/* Of the file, in bytes. */
#define LARGEST (1024 * 1024)

/**
 * vac_session_posting_new:
 * @uri: the address of its file
 * @place: the path of a node in it
 * @scroll: how much of the page is above what is seen, in pixels
 *
 * Returns: (transfer full): an open posting
 */
VacSessionPosting *
vac_session_posting_new (const char *uri,
                         const char *place,
                         double      scroll)
{
  VacSessionPosting *self = g_new0 (VacSessionPosting, 1);

  self->uri = g_strdup (uri);
  self->place = g_strdup (place);
  self->scroll = scroll;

  return self;
}

/**
 * vac_session_posting_free:
 * @self: (transfer full): an open posting
 */
void
vac_session_posting_free (VacSessionPosting *self)
{
  g_free (self->uri);
  g_free (self->place);
  g_free (self);
}

/**
 * vac_session_load:
 *
 * Returns: (transfer full) (element-type VacSessionPosting): what was open when the program was
 *   used last; empty if nobody knows
 */
GPtrArray *
vac_session_load (void)
{
  GPtrArray *postings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) vac_session_posting_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = vac_state_folder_read (FILE_NAME, LARGEST);
  g_auto (GStrv) groups = NULL;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return postings;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && i < MOST; i++)
    {
      g_autofree char *uri = g_key_file_get_string (file, groups[i], "uri", NULL);
      g_autofree char *place = g_key_file_get_string (file, groups[i], "place", NULL);
      const double scroll = g_key_file_get_double (file, groups[i], "scroll", NULL);

      if (uri != NULL && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
        g_ptr_array_add (postings, vac_session_posting_new (uri, place != NULL ? place : "",
                                                            MAX (scroll, 0)));
    }

  return postings;
}

/**
 * vac_session_save:
 * @postings: (element-type VacSessionPosting): what is open
 */
void
vac_session_save (GPtrArray *postings)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *text;

  for (guint i = 0; i < MIN (postings->len, MOST); i++)
    {
      const VacSessionPosting *posting = g_ptr_array_index (postings, i);
      g_autofree char *group = g_strdup_printf ("%u", i);

      g_key_file_set_string (file, group, "uri", posting->uri);
      g_key_file_set_string (file, group, "place", posting->place);
      g_key_file_set_double (file, group, "scroll", posting->scroll);
    }
  text = g_key_file_to_data (file, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  vac_state_folder_write (FILE_NAME, bytes);
}
