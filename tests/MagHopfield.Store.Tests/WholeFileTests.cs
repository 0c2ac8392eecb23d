namespace MagHopfield.Store.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-whole").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_appears_only_when_complete()
    {
        string path = Path.Combine(_root, "trace.tsv");
        using (WholeFile half = new(path))
            half.Writer.Write("half");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
        using (WholeFile whole = new(path))
        {
            whole.Writer.Write("whole");
            whole.Complete();
        }

        Assert.Equal("whole", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void A_writer_that_was_closed_by_who_wrote_can_still_be_completed()
    {
        string path = Path.Combine(_root, "trace.tsv");
        using WholeFile file = new(path);
        using (StreamWriter writer = file.Writer)
            writer.Write("all");
        file.Complete();
        Assert.Equal("all", File.ReadAllText(path));
    }

    [Fact]
    public void A_write_that_breaks_off_leaves_the_old_file_and_nothing_else()
    {
        string path = Path.Combine(_root, "state.ovf");
        WholeFile.Write(path, "old");
        Assert.Throws<ArithmeticException>(() => WholeFile.Write(path, stream =>
        {
            stream.Write(new byte[100_000]);
            throw new ArithmeticException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void Many_writers_of_the_same_file_at_once_leave_one_of_their_texts_whole()
    {
        string path = Path.Combine(_root, "result.tsv");
        string[] texts = [.. Enumerable.Range(0, 8).Select(k => new string((char)('a' + k), 50_000))];
        Parallel.For(0, 200, k =>
        {
            WholeFile.Write(path, texts[k % texts.Length]);
            WholeFile.RemoveAbandoned(_root);
        });
        Assert.Contains(File.ReadAllText(path), texts);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void What_killed_writers_left_is_removed_and_what_is_being_written_or_another_ones_is_not()
    {
        string abandoned = Path.Combine(
            _root, "m.ovf.partial-0123456789abcdef0123456789abcdef"), foreign = Path.Combine(_root, "film.partial-1");
        File.WriteAllText(abandoned, "half");
        File.WriteAllText(foreign, "a download of the user's");
        using WholeFile alive = new(Path.Combine(_root, "n.ovf"));
        alive.Writer.Write("alive");
        WholeFile.RemoveAbandoned(_root);
        Assert.False(File.Exists(abandoned));
        Assert.True(File.Exists(foreign));
        alive.Complete();
        Assert.Equal("alive", File.ReadAllText(Path.Combine(_root, "n.ovf")));
    }

    [Theory]
    [InlineData("missing/trace.tsv", "there is no folder")]
    [InlineData(".", "it is a folder")]
    public void What_cannot_be_written_is_said_with_its_name_and_how_to_mend_it(string path, string expected)
    {
        string message = Assert.Throws<IOException>(() => WholeFile.Write(Path.Combine(_root, path), "")).Message;
        Assert.Contains(expected, message);
        Assert.Contains($"file '{Path.Combine(_root, path)}' cannot be written", message);
        Assert.Contains("name another", message);
    }

    [Fact]
    public void A_file_of_another_kind_is_not_replaced_unasked()
    {
        string path = Path.Combine(_root, "table.tsv");
        File.WriteAllText(path, "# mine\n");
        Assert.Contains("is no SPI trace", Assert.Throws<IOException>(() => new WholeFile(path, "# spi", "SPI trace")).Message);
        using (WholeFile asked = new(path, "# spi", "SPI trace", overwrite: true))
        {
            asked.Writer.Write("# spi\n");
            asked.Complete();
        }

        using WholeFile same = new(path, "# spi", "SPI trace");
    }
}
