namespace MagHopfield.Problems.Tests;

public sealed class ReferenceTests
{
    private static string Page => Path.Combine(Example.Root, "docs", "problem-files.md");

    [Fact]
    public void The_reference_page_is_what_the_reader_declares()
    {
        if (Environment.GetEnvironmentVariable("MAGHOPFIELD_WRITE_DOCS") is not null)
        {
            File.WriteAllText(Page, ProblemFileReference.Markdown());
        }

        Assert.True(
            File.ReadAllText(Page) == ProblemFileReference.Markdown(),
            "docs/problem-files.md differs from the reader's keys; run this test with MAGHOPFIELD_WRITE_DOCS=1 to write it.");
    }

    [Fact]
    public void Every_key_of_every_section_is_on_the_page() =>
        Assert.All(ProblemFile.Sections.SelectMany(s => s.Keys), k => Assert.Contains($"| `{k.Name}` |", File.ReadAllText(Page)));
}
