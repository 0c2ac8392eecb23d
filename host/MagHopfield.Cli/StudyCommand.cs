using System.CommandLine;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>A study as a command: options from its declared parameters, the run, what it shows.</summary>
internal static class StudyCommand
{
    /// <summary>Name of the command that holds all.</summary>
    public const string Name = "study";

    /// <summary>Adds a command for each study at its name's place; the words before the last are commands that hold others.</summary>
    /// <param name="root">Where the names begin.</param>
    /// <param name="studies">The studies.</param>
    public static void AddTo(Command root, IReadOnlyList<Study> studies)
    {
        foreach (Study study in studies)
        {
            Command place = root;
            string[] words = study.Name.Split(' ');
            foreach (string word in words[..^1])
            {
                Command? below = place.Subcommands.FirstOrDefault(c => c.Name == word);
                if (below is null)
                    place.Add(below = new Command(word, $"Studies of {word}."));
                place = below;
            }

            Command? own = place.Subcommands.FirstOrDefault(c => c.Name == words[^1]);
            if (own is null)
                place.Add(own = new Command(words[^1]));
            own.Description = study.Summary;
            Fill(own, study);
        }
    }

    /// <summary>`maghopfield study`: lists all studies, and holds them under their names once more.</summary>
    /// <param name="studies">The studies.</param>
    public static Command All(IReadOnlyList<Study> studies)
    {
        Command all = new(Name, "List all studies; with a name, run that one, as the command of the name does.");
        AddTo(all, studies);
        all.SetAction(_ =>
        {
            Table table = new Table().Border(TableBorder.Simple).AddColumn("study").AddColumn("what it does");
            foreach (Study study in studies)
                table.AddRow(Markup.Escape(study.Name), Markup.Escape(study.Summary));
            AnsiConsole.Write(table);
        });
        return all;
    }

    private static void Fill(Command command, Study study)
    {
        StudyOptions options = new(command);
        foreach (StudyParameter parameter in study.Parameters)
            parameter.Accept(options);
        Option<string>? output = null;
        if (study.Folder is StudyFolder folder)
        {
            output = new("--out")
            {
                Description = folder.Help,
                DefaultValueFactory = _ => folder.Default.Replace('/', Path.DirectorySeparatorChar),
                HelpName = "DIR",
            };
            command.Add(output);
        }

        if (study.Folder is { IsForPartsOnly: false } || study.WritesFile)
            command.Add(OutputFolder.Overwrite());
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, study, options, output, cancellation)));
    }

    private static int Run(ParseResult parsed, Study study, StudyOptions options, Option<string>? output, CancellationToken cancellation)
    {
        using ProgressDisplay progress = new(isMeasured: study.IsMeasured);
        StudyRun run = new(study)
        {
            Values = options.Values(parsed),
            Folder = output is null ? null : parsed.GetRequiredValue(output),
            Command = RecordedCommand.Line,
            Key = OutputFolder.CommandOf(parsed, study.Parameters),
            Overwrites = OutputFolder.Overwrites(parsed),
            Progress = progress,
            Tell = Console.Error.WriteLine,
            Ended = progress.Dispose,
        };
        (StudyRecord record, IReadOnlyList<StudyFile> files) = run.Execute(cancellation);
        RecordDisplay.Show(record, files);
        return record.Passes ? ExitCode.Success : ExitCode.CheckFailed;
    }
}
