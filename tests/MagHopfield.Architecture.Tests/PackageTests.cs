using System.Xml.Linq;

namespace MagHopfield.Architecture.Tests;

/// <summary>What a stranger sees first: each library says what it is, citation and build have one version, links lead somewhere.</summary>
public class PackageTests
{
    [Fact]
    public void Every_library_says_what_it_is_in_one_sentence_of_its_own()
    {
        List<string> descriptions = [];
        foreach (ProjectFile project in ProjectFile.Product())
        {
            XDocument document = XDocument.Load(Path.Combine(ProjectFile.Root, project.Path));
            string? description = document.Descendants("Description").SingleOrDefault()?.Value;
            if (document.Descendants("OutputType").SingleOrDefault()?.Value == "Exe")
            {
                Assert.Equal("false", document.Descendants("IsPackable").SingleOrDefault()?.Value);
                continue;
            }

            bool isSentence = description is { Length: > 40 } && description.EndsWith('.');
            Assert.True(isSentence, $"{project.Path} has no Description that ends in a full stop");
            descriptions.Add(description!);
        }

        Assert.InRange(descriptions.Count, 10, 1000);
        Assert.Equal(descriptions.Count, descriptions.Distinct().Count());
    }

    [Fact]
    public void The_citation_names_the_version_that_is_built()
    {
        string version = XDocument.Load(Path.Combine(ProjectFile.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        string[] citation = File.ReadAllLines(Path.Combine(ProjectFile.Root, "CITATION.cff"));
        Assert.Contains($"version: {version}", citation);
        string[] changes = File.ReadAllLines(Path.Combine(ProjectFile.Root, "CHANGELOG.md"));
        Assert.Contains(changes, line => line == "## Unreleased" || line.StartsWith($"## {version}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_of_a_page_within_the_repository_leads_to_a_file_and_the_index_names_every_page_of_docs()
    {
        string index = File.ReadAllText(Path.Combine(ProjectFile.Root, "docs", "README.md"));
        int links = 0;
        foreach (string page in Pages.All)
        {
            string folder = Path.GetDirectoryName(page)!, text = File.ReadAllText(page);
            foreach (string target in Pages.Links(text))
            {
                bool isThere = Path.Exists(Path.GetFullPath(Path.Combine(folder, target)));
                Assert.True(isThere, $"{Path.GetRelativePath(ProjectFile.Root, page)} links to {target}, which is not there");
                links++;
            }

            if (folder == Path.Combine(ProjectFile.Root, "docs") && Path.GetFileName(page) is string name and not "README.md")
                Assert.Contains($"({name})", index);
        }

        Assert.InRange(links, 60, 100_000);
    }
}
