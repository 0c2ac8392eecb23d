namespace MagHopfield.Store.Tests;

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
    public void What_a_killed_run_left_is_removed_or_where_it_was_complete_moved_by_the_next()
    {
        string target = Path.Combine(_root, "out");
        Complete(target, ("report.html", "old"), ("texture.png", "old"));
        string half = Stage(target, "half"), whole = Stage(target, "whole");
        File.WriteAllText(Path.Combine(half, "report.html"), "half");
        File.WriteAllText(Path.Combine(whole, "report.html"), "killed while it was moved");
        File.WriteAllText(Path.Combine(whole, ResultFolder.ListFile), "report.html\nfiles.txt\n");
        File.WriteAllText(Path.Combine(whole, ".complete"), "report.html\nfiles.txt\n");
        File.WriteAllText(half + ".lock", "");
        using (ResultFolder next = new(target))
        {
            Assert.Equal("killed while it was moved", File.ReadAllText(next.FinalPath("report.html")));
            Assert.False(File.Exists(next.FinalPath("texture.png")));
        }

        Assert.Equal(["files.txt", "report.html"], Names(target));
    }

    [Fact]
    public void Of_two_runs_at_the_same_time_neither_disturbs_the_other_and_the_last_to_end_has_its_results_there()
    {
        string target = Path.Combine(_root, "out");
        using (ResultFolder first = new(target), second = new(target))
        {
            foreach ((ResultFolder folder, string text) in ((ResultFolder, string)[])[(first, "first"), (second, "second")])
            {
                File.WriteAllText(folder.StagedPath("report.html"), text);
                File.WriteAllText(folder.StagedPath(text + ".png"), text);
            }

            second.Complete();
            first.Complete();
        }

        Assert.Equal(["files.txt", "first.png", "report.html"], Names(target));
        Assert.Equal("first", File.ReadAllText(Path.Combine(target, "report.html")));
    }

    [Fact]
    public void Results_that_another_command_has_put_there_meanwhile_are_not_replaced_unasked()
    {
        string target = Path.Combine(_root, "out");
        using ResultFolder slow = new(target, "demo --train 1");
        using (ResultFolder quick = new(target, "demo --train 2"))
            quick.Complete();
        Assert.Contains("'maghopfield demo --train 2'", Assert.Throws<IOException>(slow.Complete).Message);
        Assert.Equal("demo --train 2\n", File.ReadAllText(Path.Combine(target, ResultFolder.CommandFile)));
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Stage(string target, string name) => Directory.CreateDirectory(Path.Combine(target, ".partial-" + name)).FullName;

    private static void Complete(string target, params (string Name, string Text)[] files)
    {
        using ResultFolder folder = new(target);
        foreach ((string name, string text) in files)
            File.WriteAllText(folder.StagedPath(name), text);

        folder.Complete();
    }
}
