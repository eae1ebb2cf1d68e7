/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-link.h"
#include "vac-plain.h"

static const struct
{
  const char *written;
  const char *safe;   /* NULL for no link */
} links[] = {
  { "https://example.com", "https://example.com" },
  { " https://example.com/ ", "https://example.com/" },
  { "HTTPS://Example.com/A", "https://Example.com/A" },
  { "https://example.com/a b", "https://example.com/a%20b" },
  { "https://example.com/a%20b%", "https://example.com/a%20b%25" },
  { "https://example.com/a)b('c')?q=\"<x>\"&r=\\",
    "https://example.com/a%29b%28%27c%27%29?q=%22%3Cx%3E%22&r=%5C" },
  { "https://example.com/?a[]=1#[x]", "https://example.com/?a%5B%5D=1#%5Bx%5D" },
  { "https://example.com/größe", "https://example.com/gr%C3%B6%C3%9Fe" },
  { "https://jobs@example.com:8080/", "https://jobs@example.com:8080/" },

  /* addresses of IPv6 */
  { "http://[::1]/", "http://[::1]/" },
  { "http://[2001:db8::1]:8080/a[b]", "http://[2001:db8::1]:8080/a%5Bb%5D" },
  { "http://me@[::1]?x", "http://me@[::1]?x" },
  { "http://[::1", NULL },
  { "http://[::1]x/", NULL },
  { "http://[::1]:x/", NULL },
  { "http://[127.0.0.1]/", NULL },
  { "http://[x')]/", NULL },
  { "http://a[b]/", NULL },
  { "http://127.0.0.1/", "http://127.0.0.1/" },

  /* names in other alphabets */
  { "https://bücher.example/jobs", "https://xn--bcher-kva.example/jobs" },
  { "https://例え.jp/", "https://xn--r8jz45g.jp/" },
  { "https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/" },
  { "https://exa mple.com/", NULL },
  { "https://exam%20ple.com/", NULL },
  { "https://ex<am>ple.com/", NULL },

  { "mailto:a@b.example", "mailto:a@b.example" },
  { "mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y" },
  { "tel:+1(555)", "tel:+1%28555%29" },
  { "https:", NULL },
  { "https://", NULL },
  { "https:///x", NULL },
  { "https:example.com", NULL },
  { "mailto:", NULL },
  { "javascript:alert(1)", NULL },
  { "data:text/html,x", NULL },
  { "ftp://example.com", NULL },
  { "example.com", NULL },
  { "", NULL },
};

static void
test_safe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *safe = vac_link_make_safe (links[i].written);

      g_test_message ("%s", links[i].written);
      g_assert_cmpstr (safe, ==, links[i].safe);
      if (safe != NULL)
        {
          g_autofree char *again = vac_link_make_safe (safe);

          g_assert_cmpstr (again, ==, safe);
          g_assert_true (vac_plain_is_link (safe));
        }
    }
}

static const struct
{
  const char *written;
  const char *link;
} addresses[] = {
  { "jobs@acme.example", "mailto:jobs@acme.example" },
  { "mailto:jobs@acme.example", "mailto:jobs@acme.example" },
  { "MAILTO:mailto:jobs@acme.example", "mailto:jobs@acme.example" },
  { "a'b@example.com", "mailto:a%27b@example.com" },
  { "mailto:", NULL },
  { "jobs", NULL },
  { "a@b?bcc=c@d", NULL },
};

static void
test_email (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *link = vac_link_for_email (addresses[i].written);

      g_assert_cmpstr (link, ==, addresses[i].link);
    }
}

static const struct
{
  const char *text;
  const char *found;   /* "[shown](uri)" of each */
} texts[] = {
  { "Nothing here.", "" },
  { "See https://a.example/x_y.", "[https://a.example/x_y](https://a.example/x_y)" },
  { "(https://a.example/x)", "[https://a.example/x](https://a.example/x)" },
  { "https://a.example/x_(y)", "[https://a.example/x_(y)](https://a.example/x_%28y%29)" },
  { "“https://a.example/x”, he said", "[https://a.example/x](https://a.example/x)" },
  { "http://[::1]:80/a, and", "[http://[::1]:80/a](http://[::1]:80/a)" },
  { "https://例え.jp/パス。", "[https://例え.jp/パス](https://xn--r8jz45g.jp/%E3%83%91%E3%82%B9)" },
  { "www.a_b.example/x!", "[www.a_b.example/x](http://www.a_b.example/x)" },
  { "www. and wwww.x.y", "" },
  { "a_b@x.example; "
    "c.d+e@f.example.",
    "[a_b@x.example](mailto:a_b@x.example)[c.d+e@f.example](mailto:c.d+e@f.example)" },
  { "mailto:a_b@x.example", "[mailto:a_b@x.example](mailto:a_b@x.example)" },
  { "tel:+1-555-0100 or tel: 5", "[tel:+1-555-0100](tel:+1-555-0100)" },
  { "Contact a@b, @home, x@, 3@4.5, a@@b.example", "" },
  { "é@b.example", "" },
  { "a@bücher.example", "[a@bücher.example](mailto:a@b%C3%BCcher.example)" },
  { "xhttp://a.example and httpx://b", "" },
  { "javascript:alert(1) ftp://a.example https://", "" },
  { "https://a.example/<b>{{x}}", "[https://a.example/](https://a.example/)" },
  { "http://a.example,http://b.example", "[http://b.example](http://b.example)" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      VacLinkSpan span;
      gsize from = 0;

      g_test_message ("%s", texts[i].text);
      while (vac_link_find (texts[i].text, from, &span))
        {
          g_autofree char *uri = span.uri;

          g_assert_cmpuint (span.start, >=, from);
          g_assert_cmpuint (span.end, >, span.start);
          g_assert_true (vac_plain_is_link (uri));
          g_string_append_printf (found, "[%.*s](%s)", (int) (span.end - span.start),
                                  texts[i].text + span.start, uri);
          from = span.end;
        }
      g_assert_cmpstr (found->str, ==, texts[i].found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/written-links-are-safe-or-none", test_safe);
  g_test_add_func ("/link/addresses-of-mail-have-one-scheme", test_email);
  g_test_add_func ("/link/addresses-in-running-text-are-found", test_find);

  return g_test_run ();
}
