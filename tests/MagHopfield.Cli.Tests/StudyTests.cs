using System.CommandLine;
using MagHopfield.Studies;
using MagHopfield.Studies.Records;

namespace MagHopfield.Cli.Tests;

/// <summary>A study is one class: command line, help and reference page have it by themselves.</summary>
public sealed class StudyTests
{
    [Fact]
    public void A_class_more_is_a_command_and_a_section_of_the_reference_without_any_other_file()
    {
        IReadOnlyList<Study> all = [.. CommandLine.Studies, .. Study.In(typeof(CountingStudy).Assembly)];
        RootCommand root = CommandLine.Root(all);
        foreach (string[] way in (string[][])[["numbers", "count"], ["study", "numbers", "count"]])
        {
            Assert.Empty(root.Parse([.. way, "--upto", "4"]).Errors);
            Assert.Contains("--upto 0: give a whole number, 1 to 9", root.Parse([.. way, "--upto", "0"]).Errors.Select(e => e.Message));
        }

        Assert.Contains("## numbers count", StudiesPage.Write("maghopfield", all));
    }

    [Fact]
    public void Every_parameter_of_every_study_is_an_option_or_argument_of_its_command()
    {
        RootCommand root = CommandLine.Root();
        Assert.True(CommandLine.Studies.Count > 20);
        foreach (Study study in CommandLine.Studies)
        {
            Command command = root.Parse(study.Name.Split(' ')).CommandResult.Command;
            Assert.Equal(study.Name.Split(' ')[^1], command.Name);
            Assert.Equal(study.Summary, command.Description);
            Assert.All(
                study.Parameters.Where(p => !p.IsPositional),
                p => Assert.Contains(command.Options, o => o.Name == "--" + p.Name && o.Description == p.Help));
            Assert.All(study.Parameters.Where(p => p.IsPositional), p => Assert.Contains(command.Arguments, a => a.Name == p.Name));
            Assert.Equal(
                study.Folder is not null || study.Parameters.Any(p => p.Name == "out"), command.Options.Any(o => o.Name == "--out"));
        }
    }

    [Fact]
    public void The_reference_page_is_that_of_the_declarations()
    {
        string file = Path.Combine(Repository.Root, "docs", "studies.md"), page = StudiesPage.Write("maghopfield", CommandLine.Studies);
        if (Environment.GetEnvironmentVariable("MAGHOPFIELD_WRITE_DOCS") == "1")
            File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file));
    }

    [Fact]
    public void The_list_names_every_study()
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("study");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(CommandLine.Studies, s => Assert.Contains(s.Name.Split(' ')[0], outcome.Output));
    }

    [Fact]
    public void Under_study_the_same_command_prints_the_same() =>
        Assert.Equal(
            MaghopfieldProcess.Run("surrogate", "+ - + -"),
            MaghopfieldProcess.Run("study", "surrogate", "+ - + -"));

    public sealed class CountingStudy : Study
    {
        private static readonly StudyParameter<int> UpTo = StudyParameter.Whole("upto", "Last number.", 3, 1, 9);

        public override string Name => "numbers count";

        public override string Summary => "Counts.";

        public override IReadOnlyList<StudyParameter> Parameters => [UpTo];

        public override StudyRecord Run(StudyContext context) => new("Numbers", [new StudyLine($"{context.Of(UpTo)}")]);
    }
}
