using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>One table drives the parser, the help and the page.</summary>
public class CommandTableTests
{
    private static readonly CommandTable Table = new AllCommands(4, new PulseLimits(), 32);

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Count)];

    [Fact]
    public void The_page_of_the_commands_is_what_the_table_says()
    {
        string path = Path.Combine(Root(), "docs", "scpi.md");
        string page = ScpiPage.Of(Table);
        if (Environment.GetEnvironmentVariable("MAGHOPFIELD_WRITE_DOCS") == "1")
            File.WriteAllText(path, page);

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_example_works_and_answers_what_the_page_says(int row)
    {
        Bench bench = new();
        bench.Do("INIT;:CAL:REF:INCL;:SYST:DATE 2026,7,1");
        string? answer = bench.Do(Table[row].Example);
        Assert.Equal(Table[row].Example.Contains('?'), answer != null);
        if (Table[row].ExampleAnswer.Length > 0)
            Assert.Equal(Table[row].ExampleAnswer, Table[row].Header == "*ESR" ? "128" : answer);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_says_what_it_does_and_has_an_example_that_uses_it(int row)
    {
        ScpiCommand command = Table[row];
        Assert.EndsWith(".", command.Summary, StringComparison.Ordinal);
        Assert.True(command.Summary.Length > 10);
        Assert.NotEmpty(command.Example);
        Assert.Equal(command.Query != null, command.Answer.Length > 0);
        Assert.True(!command.IsOperation || command.IsExclusive);
    }

    [Fact]
    public void Help_lists_and_explains_every_command()
    {
        Bench bench = new();
        string headers = bench.Do("SYST:HELP:HEAD?")!;
        for (int i = 0; i < Table.Count; i++)
        {
            Assert.Contains(CommandHelp.Header(Table[i]) + "\n", headers, StringComparison.Ordinal);
            string plain = Table[i].Header.Replace("<n>", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal);
            Assert.Contains(Table[i].Header, bench.Do($"SYST:HELP:SYNT? \"{plain}\"")!, StringComparison.Ordinal);
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder != null && !File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
            folder = folder.Parent;

        return folder!.FullName;
    }
}
