using System.CommandLine;
using MagHopfield.BeforeAndAfter;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Cli.Tests;

/// <summary>The script that compares two builds leaves nothing out that a user may run.</summary>
public class BeforeAndAfterTests
{
    private static readonly CommandList List = CommandList.Own();

    private static readonly string[] Lines = [.. List.Entries.SelectMany(e => e.Lines).Select(line => line.TrimEnd('&', ' '))];

    [Fact]
    public void Every_command_that_a_page_names_is_run_with_both_builds_or_left_out_with_a_reason()
    {
        HashSet<string> known = [.. Lines, .. List.Entries.SelectMany(e => e.StandsFor), .. List.Excluded.Keys];
        (string Page, string Command)[] documented = [.. DocumentedCommands.In(Repository.Root)];
        Assert.InRange(documented.Length, 60, 10000);
        Assert.Empty(documented.Where(d => !known.Contains(d.Command)).Select(d => $"{d.Page}: {d.Command}").Distinct());
    }

    [Fact]
    public void Nothing_is_left_out_or_stood_for_that_no_page_and_no_command_names()
    {
        HashSet<string> documented = [.. DocumentedCommands.In(Repository.Root).Select(d => d.Command)];
        HashSet<string> commands = [.. CommandTree.All().Select(c => string.Join(' ', ["maghopfield", .. c.Words]))];
        Assert.All(
            List.Entries.SelectMany(e => e.StandsFor).Concat(List.Excluded.Keys),
            c => Assert.True(documented.Contains(c) || commands.Contains(c), c));
    }

    [Fact]
    public void Every_command_of_the_program_is_run_or_left_out_with_a_reason()
    {
        int commands = 0;
        foreach ((string[] words, Command command) in CommandTree.All())
        {
            if (command.Action is null || command is RootCommand)
                continue;

            // Under "study" stand the same commands once more.
            string call = string.Join(' ', ["maghopfield", .. words.Length > 1 && words[0] == StudyCommand.Name ? words[1..] : words]);
            bool listed = Lines.Any(l => (l + " ").Contains(call + " ")) || List.Excluded.ContainsKey(call);
            Assert.True(listed, $"'{call}' is in no entry of commands.txt");
            commands++;
        }

        Assert.InRange(commands, 30, 1000);
    }

    [Fact]
    public void Every_film_preset_and_every_example_is_run()
    {
        string folder = Path.Combine(Repository.Root, "examples");
        string[] examples = [.. Directory.EnumerateFiles(folder, "*.toml").Select(f => Path.GetFileName(f))];
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(Lines, l => l.Contains("maghopfield run examples/" + example)));
        Assert.NotEmpty(FilmParameters.Presets);
        Assert.All(
            FilmParameters.Presets.Where(film => film != "niu2024"),
            film => Assert.Contains(Lines, l => l.StartsWith("maghopfield demo") && (l + " ").Contains($" --film {film} ")));
        Assert.Contains("maghopfield demo", Lines);
    }

    [Theory]
    [InlineData("nothing\n", "nothing\n", true)]
    [InlineData("0.171 S\n", "0.1710000000000001 S\n", false)]
    [InlineData(" 50 %  train, 3 s left\nG\n", " 55 %  train, 1 s left\nG\n", true)]
    [InlineData("7131 steps in 3.93 s on 1 thread\n", "7131 steps in 4.02 s on 1 thread\n", true)]
    [InlineData("7131 steps in 3.93 s on 1 thread\n", "7132 steps in 3.93 s on 1 thread\n", false)]
    public void What_the_clock_says_is_no_difference_and_everything_else_is(string old, string young, bool same)
    {
        (string before, string after) = (Folder("printed.txt", old), Folder("printed.txt", young));
        Assert.Equal(same, new Comparison([]).Of(AnEntry, before, after).Count == 0);
    }

    [Fact]
    public void One_bit_of_a_field_is_a_difference_that_is_named()
    {
        byte[] old = [1, 0, 2, 3], young = [1, 0, 2, 2];
        (string before, string after) = (Folder("m.ovf", ""), Folder("m.ovf", ""));
        File.WriteAllBytes(Path.Combine(before, "m.ovf"), old);
        File.WriteAllBytes(Path.Combine(after, "m.ovf"), young);
        Assert.Equal([new Difference("m.ovf", "byte 3 of 4 and 4", null)], new Comparison([]).Of(AnEntry, before, after));
    }

    [Fact]
    public void The_commit_in_the_header_of_a_binary_field_is_no_difference_but_a_bit_of_its_data_is()
    {
        string Header(char digit) => $"# Desc: Made by maghopfield 0.1.0+{new string(digit, 40)}\n\0";
        (string before, string after) = (Folder("m.ovf", Header('a') + "data"), Folder("m.ovf", Header('b') + "data"));
        Assert.Empty(new Comparison([]).Of(AnEntry, before, after));
        Assert.Single(new Comparison([]).Of(AnEntry, before, Folder("m.ovf", Header('b') + "dat`")));
    }

    [Fact]
    public void A_file_that_may_only_gain_may_lose_no_digit_of_a_measured_number()
    {
        Comparison comparison = new([new DeclaredChange("*", "result.json", DeclaredChange.NumbersKept, "one casing")]);
        string before = Folder("result.json", """{ "Fig3": 3, "Measured": [-0.0662926, 1e-9, 1e-9] }""");
        Assert.All(
            comparison.Of(AnEntry, before, Folder("result.json", """{ "fig": 4, "measured": [1e-9, 1e-9, -0.0662926], "more": 0.5 }""")),
            d => Assert.NotNull(d.Declared));
        Assert.Equal(
            "the number -0.0662926 is lost",
            Assert.Single(comparison.Of(AnEntry, before, Folder("result.json", "-0.0662927 1e-9 1e-9"))).First);
        Assert.Equal(
            "the number 1e-9 is lost", Assert.Single(comparison.Of(AnEntry, before, Folder("result.json", "-0.0662926 1e-9"))).First);
    }

    [Fact]
    public void A_declared_change_of_form_passes_with_the_same_numbers_only_and_a_missing_file_never_unasked()
    {
        Comparison comparison = new(
            [new DeclaredChange("*", "result.json", "form", "one casing"), new DeclaredChange("*", "a.tsv", "no longer written", "gone")]);
        string before = Folder("result.json", """{ "Pair": "12", "Measured": -0.0662926 }""");
        File.WriteAllText(Path.Combine(before, "a.tsv"), "1");
        string after = Folder("result.json", """{ "measured_S": -0.0662926, "pair": "12" }""");
        Assert.All(comparison.Of(AnEntry, before, after), d => Assert.NotNull(d.Declared));
        Assert.Equal(2, new Comparison([]).Of(AnEntry, before, after).Count(d => d.Declared is null));
        string wrong = Folder("result.json", """{ "measured_S": -0.0662927, "pair": "12" }""");
        Assert.Equal(["result.json"], comparison.Of(AnEntry, before, wrong).Where(d => d.Declared is null).Select(d => d.File));
    }

    private static readonly Entry AnEntry = new("entry", true, [], [], null);

    private static string Folder(string file, string text)
    {
        string folder = Directory.CreateTempSubdirectory("before-and-after").FullName;
        File.WriteAllText(Path.Combine(folder, file), text);
        return folder;
    }
}
