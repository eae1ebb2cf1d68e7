/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "support.h"
#include "vac-cache.h"
#include "vac-error.h"
#include "vac-first-pages.h"
#include "vac-writer.h"
#include "waiting.h"

/* Pictures of first pages, and what is kept of them. */

#define WIDTH 150

typedef struct
{
  VacFirstPage *page;
  GError       *error;
  gboolean      done;
} Answer;

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Answer *answer = user_data;

  answer->page = vac_first_pages_look_finish (result, &answer->error);
  answer->done = TRUE;
}

static VacFirstPage *
look (GFile   *file,
      GBytes  *bytes,
      int      width,
      GError **error)
{
  g_autoptr (VacFirstPages) pages = vac_first_pages_new ();
  Answer answer = { NULL, NULL, FALSE };

  vac_first_pages_look_async (pages, file, bytes, width, on_looked_cb, &answer);
  waiting_until (answer.done);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.page;
}

static void
clear_cache (void)
{
  g_autofree char *folder = vac_cache_get_folder ("first-pages");

  vac_cache_trim (folder, 0);
}

/* Returns: the path of the only picture that is kept; NULL unless there is one */
static char *
find_kept (void)
{
  g_autofree char *folder = vac_cache_get_folder ("first-pages");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && g_dir_read_name (dir) != NULL)
    g_clear_pointer (&path, g_free);

  return path;
}

static guint32
get_pixel (GdkTexture *texture,
           int         x,
           int         y)
{
  const int width = gdk_texture_get_width (texture);
  const int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);

  return pixels[y * width + x] & 0xffffff;
}

static gboolean
has_ink (GdkTexture *texture)
{
  for (int y = 0; y < gdk_texture_get_height (texture); y++)
    for (int x = 0; x < gdk_texture_get_width (texture); x++)
      if (get_pixel (texture, x, y) != 0xffffff)
        return TRUE;

  return FALSE;
}

static void
test_a_page_is_drawn_and_kept (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);
  g_autoptr (VacFirstPage) page = NULL;
  g_autofree char *kept = NULL;

  clear_cache ();
  page = look (NULL, bytes, WIDTH, NULL);
  g_assert_nonnull (page);
  g_assert_cmpstr (page->title, ==, "Machine Learning Engineer");
  g_assert_cmpint (page->changed, ==, 0);
  g_assert_cmpint (gdk_texture_get_width (page->picture), ==, WIDTH);
  /* As wide as high, and more: Letter. */
  g_assert_cmpint (gdk_texture_get_height (page->picture), ==, 195);
  g_assert_cmphex (get_pixel (page->picture, 0, 0), ==, 0xffffff);
  g_assert_true (has_ink (page->picture));
  kept = find_kept ();
  g_assert_nonnull (kept);
}

/* A picture of another colour in place of the one that is kept is what comes. */
static void
test_what_is_kept_is_not_drawn_again (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);
  g_autofree guint32 *pixels = g_new0 (guint32, WIDTH * 10);
  g_autoptr (GBytes) black = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (VacFirstPage) page = look (NULL, bytes, WIDTH, NULL);
  g_autoptr (VacFirstPage) again = NULL;
  g_autofree char *kept = find_kept ();

  g_assert_nonnull (page);
  for (guint i = 0; i < WIDTH * 10; i++)
    pixels[i] = 0xff000000;
  black = g_bytes_new (pixels, WIDTH * 10 * 4);
  texture = gdk_memory_texture_new (WIDTH, 10, GDK_MEMORY_DEFAULT, black, WIDTH * 4);
  g_assert_true (gdk_texture_save_to_png (texture, kept));
  again = look (NULL, bytes, WIDTH, NULL);
  g_assert_cmphex (get_pixel (again->picture, 0, 0), ==, 0);
  g_unlink (kept);
}

static void
test_what_is_damaged_is_drawn_again (void)
{
  static const char *const damaged[] = { "", "\211PNG\r\n\032\n", "nothing" };
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (VacFirstPage) page = look (NULL, bytes, WIDTH, NULL);
      g_autofree char *kept = find_kept ();
      g_autoptr (VacFirstPage) again = NULL;

      g_assert_nonnull (page);
      g_assert_true (g_file_set_contents (kept, damaged[i], -1, NULL));
      again = look (NULL, bytes, WIDTH, NULL);
      g_assert_true (has_ink (again->picture));
    }
}

static void
test_another_text_or_size_is_another_picture (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (GBytes) bytes = vac_write_document (document);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (VacFirstPage) page = NULL, larger = NULL, other = NULL;
  g_autofree char *kept = NULL;

  clear_cache ();
  page = look (NULL, bytes, WIDTH, NULL);
  larger = look (NULL, bytes, 2 * WIDTH, NULL);
  g_assert_cmpint (gdk_texture_get_width (larger->picture), ==, 2 * WIDTH);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Tea Taster");
  changed = vac_write_document (document);
  clear_cache ();
  other = look (NULL, changed, WIDTH, NULL);
  g_assert_cmpstr (other->title, ==, "Tea Taster");
  kept = find_kept ();
  g_assert_nonnull (kept);
  g_clear_pointer (&kept, g_free);
  vac_first_page_free (g_steal_pointer (&page));
  page = look (NULL, bytes, WIDTH, NULL);
  kept = find_kept ();
  g_assert_null (kept);
}

static void
test_a_file_says_when_it_was_changed (void)
{
  g_autofree char *path = support_make_path (SUPPORT_GUIDE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at all.vacancy");
  g_autoptr (VacFirstPage) page = look (file, NULL, WIDTH, NULL);
  g_autoptr (VacFirstPage) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (page->changed, >, 0);
  none = look (missing, NULL, WIDTH, &error);
  g_assert_null (none);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
}

static void
test_what_nobody_waits_for_is_cancelled (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);
  VacFirstPages *pages = vac_first_pages_new ();
  Answer answers[20] = { { NULL, NULL, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    vac_first_pages_look_async (pages, NULL, bytes, WIDTH + (int) i, on_looked_cb, &answers[i]);
  vac_first_pages_free (pages);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      waiting_until (answers[i].done);
      g_clear_error (&answers[i].error);
      g_clear_pointer (&answers[i].page, vac_first_page_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("vacancy-pages-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/first-pages/a-page-is-drawn-and-kept", test_a_page_is_drawn_and_kept);
  g_test_add_func ("/first-pages/what-is-kept-is-not-drawn-again",
                   test_what_is_kept_is_not_drawn_again);
  g_test_add_func ("/first-pages/what-is-damaged-is-drawn-again",
                   test_what_is_damaged_is_drawn_again);
  g_test_add_func ("/first-pages/another-text-or-size-is-another-picture",
                   test_another_text_or_size_is_another_picture);
  g_test_add_func ("/first-pages/a-file-says-when-it-was-changed",
                   test_a_file_says_when_it_was_changed);
  g_test_add_func ("/first-pages/what-nobody-waits-for-is-cancelled",
                   test_what_nobody_waits_for_is_cancelled);
  status = g_test_run ();
  clear_cache ();

  return status;
}
