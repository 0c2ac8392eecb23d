using System;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>SYSTem: errors, version, date, help (SCPI 1999.0, volume 2, chapter 21).</summary>
internal sealed class SystemCommands
{
    private const int LongestHeader = 60;

    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:ERRor[:NEXT]", "Takes the oldest error out of the queue of this client.")
            {
                Query = AnswerError,
                Answer = "number, text; 0 where there is none",
                Example = "SYST:ERR?",
                ExampleAnswer = "0,\"No error\"",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:ERRor:COUNt", "Reads how many errors are in the queue.")
            {
                Query = QuerySystemErrorCount,
                Answer = "0 to 16",
                Example = "SYST:ERR:COUN?",
                ExampleAnswer = "0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:VERSion", "Reads the version of SCPI that the instrument follows.")
            {
                Query = QuerySystemVersion,
                Answer = "1999.0",
                Example = "SYST:VERS?",
                ExampleAnswer = "1999.0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:NODes", "Reads the number of nodes of the board.")
            {
                Query = QuerySystemNodes,
                Answer = "N",
                Example = "SYST:NOD?",
                ExampleAnswer = "4",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:DATE", "Sets or reads the date in UTC; the time of day stays.")
            {
                Command = SetDate,
                Query = AnswerDate,
                Parameters = new ScpiParameter[]
                {
                    ScpiParameter.Integer("year", 2024, 2099, 2024), ScpiParameter.Integer("month", 1, 12, 1),
                    ScpiParameter.Integer("day", 1, 31, 1),
                },
                Answer = "year, month, day; 0,0,0 where nobody has set it",
                Example = "SYST:DATE 2026,7,1;DATE?",
                ExampleAnswer = "2026,7,1",
                Errors = "-222 no such day",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:TIME", "Sets or reads the time of day in UTC. Set the date first.")
            {
                Command = SetTime,
                Query = AnswerTime,
                Parameters = new ScpiParameter[]
                {
                    ScpiParameter.Integer("hour", 0, 23, 0), ScpiParameter.Integer("minute", 0, 59, 0),
                    ScpiParameter.Integer("second", 0, 59, 0),
                },
                Answer = "hour, minute, second",
                Example = "SYST:DATE 2026,7,1;TIME 12,30,0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:UPTime", "Reads the time since start in seconds.")
            {
                Query = QuerySystemUptime,
                Answer = "seconds",
                Example = "SYST:UPT?",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:HELP:HEADers", "Lists all commands.")
            {
                Query = AnswerHeaders,
                Answer = "a block of text: a header in each line, with /qonly/ or /nquery/ where the other form does not exist",
                Example = "SYST:HELP:HEAD?",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("SYSTem:HELP:SYNTax", "Explains a command.")
            {
                Query = AnswerSyntax,
                QueryParameters = new ScpiParameter[] { ScpiParameter.Text("header", LongestHeader) },
                Answer = "its syntax and what it does, as text",
                Example = "SYST:HELP:SYNT? \"PULS:WIDT\"",
                Errors = "-224 no such command",
            });
        }
    }

    private void AnswerError(ScpiCall call)
    {
        int number = call.Session.Status.TakeError(out string detail);
        call.Answer.Integer(number);
        call.Answer.Text(detail.Length == 0 ? ScpiError.Text(number) : ScpiError.Text(number) + ";" + detail);
    }

    private void SetDate(ScpiCall call)
    {
        int year = call.Integer(0);
        int month = call.Integer(1);
        int day = call.Integer(2);
        if (day > DateTime.DaysInMonth(year, month))
            throw new ScpiException(ScpiError.OutOfRange, "month " + month.ToString() + " has no day " + day.ToString());

        long seconds = call.Scpi.Clock.UnixSeconds % 86400;
        call.Scpi.Clock.SetUnixSeconds(new DateTime(year, month, day).ToUnixSeconds() + seconds);
    }

    private void AnswerDate(ScpiCall call)
    {
        long seconds = call.Scpi.Clock.UnixSeconds;
        DateTime date = CalendarTime.FromUnixSeconds(seconds);
        call.Answer.Integer(seconds > 0 ? date.Year : 0);
        call.Answer.Integer(seconds > 0 ? date.Month : 0);
        call.Answer.Integer(seconds > 0 ? date.Day : 0);
    }

    private void SetTime(ScpiCall call)
    {
        long day = call.Scpi.Clock.UnixSeconds / 86400;
        call.Scpi.Clock.SetUnixSeconds(86400 * day + 3600 * call.Integer(0) + 60 * call.Integer(1) + call.Integer(2));
    }

    private void AnswerTime(ScpiCall call)
    {
        int seconds = (int)(call.Scpi.Clock.UnixSeconds % 86400);
        call.Answer.Integer(seconds / 3600);
        call.Answer.Integer(seconds / 60 % 60);
        call.Answer.Integer(seconds % 60);
    }

    private void AnswerHeaders(ScpiCall call)
    {
        CommandTable table = call.Scpi.Table;
        int length = 0;
        for (int i = 0; i < table.Count; i++)
            length += CommandHelp.Header(table[i]).Length + 1;

        call.Answer.BeginBlock(length);
        for (int i = 0; i < table.Count; i++)
        {
            call.Answer.BlockText(CommandHelp.Header(table[i]));
            call.Answer.BlockText("\n");
        }
    }

    private void AnswerSyntax(ScpiCall call)
    {
        string header = call.Text(0);
        byte[] bytes = new byte[header.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)header[i];

        ScpiParser parser = new ScpiParser(call.Scpi.Table.Tree);
        parser.Begin(bytes, 0, bytes.Length);
        if (!parser.NextUnit())
        {
            // A header that exists only as a query is as good without its question mark.
            byte[] query = new byte[bytes.Length + 1];
            Array.Copy(bytes, query, bytes.Length);
            query[bytes.Length] = (byte)'?';
            parser.Begin(query, 0, query.Length);
            if (!parser.NextUnit())
                throw new ScpiException(ScpiError.IllegalValue, "there is no command " + header + ": see SYSTem:HELP:HEADers?");
        }

        ScpiCommand command = call.Scpi.Table[parser.Command];
        call.Answer.Text(CommandHelp.Syntax(command) + " - " + command.Summary);
    }

    private void QuerySystemErrorCount(ScpiCall call) => call.Answer.Integer(call.Session.ErrorCount);

    private void QuerySystemVersion(ScpiCall call) => call.Answer.Word("1999.0");

    private void QuerySystemNodes(ScpiCall call) => call.Answer.Integer(call.Instrument.NodeCount);

    private void QuerySystemUptime(ScpiCall call) => call.Answer.Number(call.Scpi.Clock.Milliseconds / 1000.0);
}
