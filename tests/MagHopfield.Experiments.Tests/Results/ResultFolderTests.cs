using MagHopfield.Experiments.Results;

namespace MagHopfield.Experiments.Tests.Results;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-results").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Nothing_is_left_of_a_run_that_does_not_complete()
    {
        string target = Path.Combine(_root, "out");
        using (ResultFolder folder = new(target))
        {
            File.WriteAllText(folder.StagedPath("report.html"), "half");
        }

        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public void An_earlier_result_stays_until_the_new_one_is_complete()
    {
        string target = Path.Combine(_root, "out");
        Complete(target, ("report.html", "old"));
        using (ResultFolder folder = new(target))
        {
            File.WriteAllText(folder.StagedPath("report.html"), "half");
            Assert.Equal("old", File.ReadAllText(Path.Combine(target, "report.html")));
        }

        Assert.Equal("old", File.ReadAllText(Path.Combine(target, "report.html")));
    }

    [Fact]
    public void A_new_result_replaces_the_old_and_drops_what_it_did_not_write_again_but_no_file_of_others()
    {
        string target = Path.Combine(_root, "out");
        Complete(target, ("report.html", "old"), ("texture1.png", "1"), ("texture2.png", "2"), ("figure3-edges.svg", "3"));
        File.WriteAllText(Path.Combine(target, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(target, "texture9.png"), "mine");
        Complete(target, ("report.html", "new"), ("texture1.png", "new"));
        Assert.Equal(
            ["files.txt", "notes.txt", "report.html", "texture1.png", "texture9.png"],
            Directory.EnumerateFileSystemEntries(target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["files.txt", "report.html", "texture1.png"], File.ReadAllLines(Path.Combine(target, ResultFolder.ListFile)));
        Assert.Equal("new", File.ReadAllText(Path.Combine(target, "report.html")));
    }

    [Fact]
    public void A_list_of_files_never_reaches_beyond_its_folder()
    {
        string target = Path.Combine(_root, "out"), outside = Path.Combine(_root, "mine.txt");
        Complete(target, ("report.html", "old"));
        File.WriteAllText(outside, "mine");
        File.WriteAllText(Path.Combine(target, ResultFolder.ListFile), $"../mine.txt\n{outside}\n\n..\n");
        Complete(target, ("report.html", "new"));
        Assert.True(File.Exists(outside));
        Assert.Equal("new", File.ReadAllText(Path.Combine(target, "report.html")));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_named()
    {
        string target = Path.Combine(_root, "out");
        File.WriteAllText(target, "");
        string message = Assert.Throws<IOException>(() => new ResultFolder(target)).Message;
        Assert.Contains("is a file; name a folder with --out", message);
    }

    [Fact]
    public void A_staged_file_appears_only_when_complete()
    {
        string path = Path.Combine(_root, "trace.tsv");
        using (StagedFile half = new(path))
        {
            half.Writer.Write("half");
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
        using (StagedFile whole = new(path))
        {
            whole.Writer.Write("whole");
            whole.Complete();
        }

        Assert.Equal("whole", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void A_staged_file_in_a_missing_folder_is_named()
    {
        string message = Assert.Throws<IOException>(() => new StagedFile(Path.Combine(_root, "missing", "trace.tsv"))).Message;
        Assert.Contains("there is no folder", message);
    }

    private static void Complete(string target, params (string Name, string Text)[] files)
    {
        using ResultFolder folder = new(target);
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(folder.StagedPath(name), text);
        }

        folder.Complete();
    }
}
