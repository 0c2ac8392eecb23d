using System.CommandLine;
using System.Globalization;
using System.Text;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardClient.Recording;

namespace MagHopfield.Cli;

/// <summary>`maghopfield board replay`: what was said in a recorded session, or its command run again on the recording.</summary>
internal static class BoardReplayCommand
{
    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "Recording that --record or crosscheck wrote." };
        Option<bool> again = new("--again")
        {
            Description = "Run the recorded `maghopfield board …` command again, on the recording in place of the board.",
        };
        Command command = new(
            "replay", "Print a recorded session with its times, or run its command again without the board.") { file, again };
        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(file);
            SessionRecord record = SessionRecord.Load(path);
            return parsed.GetValue(again) ? CommandLine.RunAsync(Again(record, path), cancellation) : Task.FromResult(Print(record));
        });
        return command;
    }

    private static int Print(SessionRecord record)
    {
        Console.WriteLine(PlainText.Of(
            $"{record.Board}, {record.Opened.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, "
            + $"{record.Command}"));
        IReadOnlyList<TranscriptLine> lines = SessionTranscript.Of(record);
        foreach (TranscriptLine line in lines)
        {
            string errors = line.Answer is { ErrorCount: > 0 } answer ? $"  [{answer.ErrorCount} in the error queue]" : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Sent.TotalSeconds,11:0.000000} s  {1e3 * line.Duration.TotalSeconds,9:0.000} ms  "
                + $"{PlainText.Of(line.Message)}{(line.AnswerText.Length > 0 ? " -> " : "")}{line.AnswerText}{errors}{Fault(line.State)}"));
        }

        int bad = lines.Count(l => l.State is not (FrameState.Whole or FrameState.CarriedOutBefore));
        Console.WriteLine(
            $"{lines.Count} frames, {bad} of them without a whole answer; the recording "
            + $"{(record.IsClosed ? "ends with the session" : "was cut off")}");

        // A frame that was sent again, and then answered, harmed nothing; one that never was did.
        bool lost = lines.Count > 0 && lines[^1].State is not (FrameState.Whole or FrameState.CarriedOutBefore);
        return lost || !record.IsClosed ? ExitCode.CheckFailed : ExitCode.Success;
    }

    private static string Fault(FrameState state) => state switch
    {
        FrameState.Whole => "",
        FrameState.CarriedOutBefore => "  [sent again; carried out once]",
        FrameState.AnswerDamaged => "  [the answer came damaged]",
        FrameState.FrameDamaged => "  [the message arrived damaged]",
        _ => "  [no answer]",
    };

    private static string[] Again(SessionRecord record, string path)
    {
        List<string> words = Words(record.Command);
        if (words.Count < 3 || words[0] != "maghopfield" || words[1] != "board" || words[2] is "console" or "log")
        {
            throw new ArgumentException(
                $"recording '{path}': its command '{record.Command}' is not run again; give it --board \"replay:{path}\" and a new --out "
                + "yourself.");
        }

        List<string> again = [];
        for (int i = 1; i < words.Count; i++)
        {
            if (words[i] is "--board" or "--record")
            {
                i++;
            }
            else if (!words[i].StartsWith("--board=", StringComparison.Ordinal)
                && !words[i].StartsWith("--record=", StringComparison.Ordinal))
            {
                again.Add(words[i]);
            }
        }

        return [.. again, "--board", "replay:" + path];
    }

    private static List<string> Words(string line)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool quoted = false;
        bool begun = false;
        foreach (char c in line + " ")
        {
            if (c == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (c != ' ' || quoted)
            {
                word.Append(c);
                begun = true;
            }
            else if (begun)
            {
                words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }

        return words;
    }
}
