using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

public sealed class ReferenceTests
{
    private static string Page => Path.Combine(Example.Root, "docs", "problem-files.md");

    [Fact]
    public void The_reference_page_is_what_the_reader_declares()
    {
        if (Environment.GetEnvironmentVariable("MAGHOPFIELD_WRITE_DOCS") is not null)
            File.WriteAllText(Page, ProblemFileReference.Markdown());

        Assert.True(
            File.ReadAllText(Page) == ProblemFileReference.Markdown(),
            "docs/problem-files.md differs from the reader's keys; run this test with MAGHOPFIELD_WRITE_DOCS=1 to write it.");
    }

    [Fact]
    public void Every_key_of_every_section_is_on_the_page() =>
        Assert.All(ProblemFile.Sections.SelectMany(s => s.Keys), k => Assert.Contains($"| `{k.Name}` |", File.ReadAllText(Page)));

    // What the page calls required without a condition, no file may lack.
    [Fact]
    public void Of_cells_cell_size_and_size_two_are_required_on_the_page_as_in_the_reader()
    {
        Assert.All(
            ProblemFile.Sections.Single(s => s.Name == "mesh").Keys.Where(k => k.Name is "cells" or "cell_size" or "size"),
            k => Assert.Equal("two of cells, cell_size and size are required", k.Default));
        const string rest = """
            [material]
            saturation_magnetisation = 8e5
            exchange_stiffness = 1.3e-11
            gilbert_damping = 0.1
            [initial]
            state = "uniform"
            [[stage]]
            kind = "run"
            time = 1e-12
            """;
        string[] mesh = ["cells = [4, 4, 1]\n", "cell_size = [2e-9, 2e-9, 2e-9]\n", "size = [8e-9, 8e-9, 2e-9]\n"];
        foreach (string without in mesh)
        {
            ProblemFile file = ProblemFile.Parse("[mesh]\n" + string.Concat(mesh.Where(m => m != without)) + rest, "a.toml");
            Assert.Equal((4, 4, 1), (file.Problem.Mesh.Nx, file.Problem.Mesh.Ny, file.Problem.Mesh.Nz));
            Assert.Throws<MagHopfield.Toml.ProblemFileException>(() => ProblemFile.Parse("[mesh]\n" + without + rest, "a.toml"));
        }
    }
}
