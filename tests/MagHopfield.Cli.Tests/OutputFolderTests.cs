namespace MagHopfield.Cli.Tests;

/// <summary>Finished results are replaced by the same command, not by another one unasked.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private const string Problem = """
        [mesh]
        cells = [2, 2, 1]
        cell_size = [4e-9, 4e-9, 4e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.5
        [initial]
        state = "uniform"
        [[stage]]
        kind = "run"
        time = 1e-12
        [output]
        pictures = []
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-out").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_does_not_replace_the_results_of_another_problem_unless_told_to()
    {
        string one = File("one.toml", Problem), two = File("two.toml", Problem.Replace("8e5", "4e5")), folder = InRoot("out");
        Assert.Equal(0, MaghopfieldProcess.Run("run", one, "--out", folder).ExitCode);
        string record = System.IO.File.ReadAllText(InRoot("out", "run.json"));
        MaghopfieldProcess.Outcome refused = MaghopfieldProcess.Run("run", two, "--out", folder);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(
            $"maghopfield: '{folder}' holds the results of another problem, '{one}'; name another folder with --out, or replace them with "
            + "--overwrite.\n",
            refused.Error);
        Assert.Equal(record, System.IO.File.ReadAllText(InRoot("out", "run.json")));
        Assert.Equal(0, MaghopfieldProcess.Run("run", two, "--out", folder, "--overwrite").ExitCode);
        Assert.Contains("4e5", System.IO.File.ReadAllText(InRoot("out", "problem.toml")));
    }

    [Fact]
    public void A_run_replaces_its_own_results_and_says_so_where_its_file_was_changed()
    {
        string file = File("one.toml", Problem), folder = InRoot("out");
        Assert.Equal(0, MaghopfieldProcess.Run("run", file, "--out", folder).ExitCode);
        MaghopfieldProcess.Outcome again = MaghopfieldProcess.Run("run", file, "--out", folder);
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        File("one.toml", Problem.Replace("8e5", "4e5"));
        MaghopfieldProcess.Outcome changed = MaghopfieldProcess.Run("run", file, "--out", folder);
        Assert.Equal(0, changed.ExitCode);
        Assert.Equal(
            $"maghopfield: '{folder}' holds the results of an earlier text of {file}; they are replaced when the run is complete.\n",
            changed.Error);
    }

    [Fact]
    public void A_demo_does_not_replace_the_results_of_another_one_unless_told_to()
    {
        string film = File(
            "film.toml",
            "preset = \"niu2024\"\n[film]\ncells_x = 20\ncells_y = 20\n[simulation]\nlongest_time = 2e-9\n"), folder = InRoot("out");
        string[] first = ["demo", "--film", film, "--train", "+ - + -", "--out", folder];
        int code = MaghopfieldProcess.Run(first).ExitCode;
        Assert.InRange(code, 0, 1);
        Assert.Equal($"demo --film {film} --train \"+ - + -\"\n", System.IO.File.ReadAllText(InRoot("out", "command.txt")));
        Assert.Equal(code, MaghopfieldProcess.Run(first).ExitCode);
        string[] other = ["demo", "--film", film, "--train", "+ + - -", "--out", folder];
        MaghopfieldProcess.Outcome refused = MaghopfieldProcess.Run(other);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds the results of another command, 'maghopfield demo --film ", refused.Error);
        Assert.Contains("name another folder with --out, or replace them with --overwrite.", refused.Error);
        Assert.InRange(MaghopfieldProcess.Run([.. other, "--overwrite"]).ExitCode, 0, 1);
        Assert.Equal($"demo --film {film} --train \"+ + - -\"\n", System.IO.File.ReadAllText(InRoot("out", "command.txt")));
    }

    [Theory]
    [InlineData("SPI trace", "demo", "--out", "OUT", "--trace-spi", "FILE")]
    [InlineData("table of this benchmark", "bench", "--seconds", "0.001", "--out", "FILE")]
    public void A_file_of_another_kind_is_not_replaced_unless_told_to(string kind, params string[] arguments)
    {
        foreach (string text in (string[])["my notes\n", ""])
        {
            string file = File("notes.txt", text);
            MaghopfieldProcess.Outcome refused = MaghopfieldProcess.Run(
                [.. arguments.Select(a => a.Replace("FILE", file).Replace("OUT", InRoot("out")))]);
            Assert.Equal(
                (
                    2,
                    $"maghopfield: file '{file}' is there already and is no {kind}; name another, or replace it with --overwrite.\n"), (
                        refused.ExitCode, refused.Error));
            Assert.Equal(text, System.IO.File.ReadAllText(file));
            Assert.Equal([file], Directory.EnumerateFileSystemEntries(_root));
        }
    }

    [Fact]
    public void An_SPI_trace_replaces_an_earlier_one_and_with_overwrite_anything()
    {
        string film = File(
            "film.toml",
            "preset = \"niu2024\"\n[film]\ncells_x = 20\ncells_y = 20\n[simulation]\nlongest_time = 2e-9\n"), trace = File(
                "spi.tsv", "notes\n");
        string[] demo = ["demo", "--film", film, "--train", "+ - + -", "--out", InRoot("out"), "--trace-spi", trace];
        Assert.InRange(MaghopfieldProcess.Run([.. demo, "--overwrite"]).ExitCode, 0, 1);
        string[] first = System.IO.File.ReadAllLines(trace);
        Assert.True(first.Length > 100);
        Assert.InRange(MaghopfieldProcess.Run(demo).ExitCode, 0, 1);
        Assert.Equal(first, System.IO.File.ReadAllLines(trace));
    }

    [Fact]
    public void The_check_takes_film_files_and_tells_notes_from_mistakes()
    {
        string wide = File("wide.toml", "preset = \"niu2024\"\n[film]\nwidth = 8e-6\nheight = 8e-6\n");
        MaghopfieldProcess.Outcome warned = MaghopfieldProcess.Run("check", wide);
        Assert.Equal(1, warned.ExitCode);
        Assert.StartsWith($"{wide}(3): warning: film.width is 8E-06 m, but the electrodes reach from x = 0e0 to 5.5e-6 m", warned.Output);
        string old = File("old.toml", "preset = \"niu2024\"\n[magnetism]\nexchange_constant = 2.5863e-11\n");
        MaghopfieldProcess.Outcome noted = MaghopfieldProcess.Run("check", old);
        Assert.Equal(0, noted.ExitCode);
        Assert.StartsWith($"{old}(3): note: magnetism.exchange_constant is the older key and goes on working", noted.Output);
        string slip = File("slip.toml", "preset = \"niu2024\"\n[film]\nthicknes = 1e-8\n");
        Assert.Equal(2, MaghopfieldProcess.Run("check", slip).ExitCode);
    }

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(InRoot(name), text);
        return InRoot(name);
    }

    private string InRoot(params string[] parts) => Path.Combine([_root, .. parts]);
}
