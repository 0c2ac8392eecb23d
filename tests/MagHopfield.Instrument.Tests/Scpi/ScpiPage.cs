using System.Globalization;
using System.Text;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>docs/scpi.md, made from the command table of a board of four nodes.</summary>
internal static class ScpiPage
{
    public static string Of(CommandTable table)
    {
        StringBuilder page = new();
        page.Append(Introduction);
        string group = "";
        for (int i = 0; i < table.Count; i++)
        {
            ScpiCommand row = table[i];
            string own = row.Header[0] == '*' ? "Common commands" : row.Header.Trim('[').Split(':', '[', ']')[0];
            if (own != group)
            {
                group = own;
                page.Append(CultureInfo.InvariantCulture, $"\n## {group}\n");
            }

            page.Append(Row(row));
        }

        page.Append("\n## Error numbers\n\n| number | text |\n|---|---|\n");
        foreach (int number in Errors())
            page.Append(CultureInfo.InvariantCulture, $"| {number} | {ScpiError.Text(number)} |\n");

        return page.ToString();
    }

    private static IEnumerable<int> Errors() => typeof(ScpiError).GetFields()
        .Where(field => field.IsLiteral).Select(field => (int)field.GetRawConstantValue()!).OrderDescending();

    private static string Row(ScpiCommand row)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"\n### {Escaped(CommandHelp.Syntax(row))}\n\n{row.Summary}\n\n");
        foreach (ScpiParameter parameter in row.Parameters.Concat(row.Command == null ? row.QueryParameters : []))
            text.Append(CultureInfo.InvariantCulture, $"- {Describe(parameter)}\n");

        if (row.Answer.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"- answer: {row.Answer}\n");

        text.Append(CultureInfo.InvariantCulture, $"- example: `{row.Example}`");
        text.Append(row.ExampleAnswer.Length > 0 ? $" answers `{row.ExampleAnswer}`\n" : "\n");
        if (row.Errors.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"- errors: {row.Errors}\n");

        string when = row.IsOperation ? "an operation: runs while others are answered, ABORt ends it"
            : row.IsExclusive ? "waits until no operation runs" : "at once, also while an operation runs";
        text.Append(CultureInfo.InvariantCulture, $"- when: {when}\n");
        return text.ToString();
    }

    private static string Describe(ScpiParameter p)
    {
        string unit = p.Unit.Length > 0 ? " " + p.Unit : "";
        string kind = p.Type switch
        {
            ParameterType.Number or ParameterType.Integer =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(p.Type == ParameterType.Integer ? "whole number" : "number")}, {p.Minimum} to {p.Maximum}{unit}, default "
                    + $"{p.Default}{unit}"),
            ParameterType.Boolean => "ON or OFF, default " + (p.Default > 0 ? "ON" : "OFF"),
            ParameterType.Choice => string.Join(", ", p.Words) + "; default " + p.Words[(int)p.Default],
            ParameterType.Pattern => "N signs in quotes",
            ParameterType.Text => string.Create(CultureInfo.InvariantCulture, $"text in quotes, up to {p.Maximum} characters"),
            _ =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{p.Maximum} numbers for N = 4{(unit.Length > 0 ? ", in S" : "")}, or one block of them"),
        };
        return $"{p.Name}: {kind}{(p.IsOptional ? "; may be left out" : "")}";
    }

    private static string Escaped(string text) => "`" + text + "`";

    private const string Introduction =
        """
        # Commands of the instrument

        This page is made from the command table of the firmware (firmware/MagHopfield.Instrument/Scpi); a test compares the two.

        The instrument speaks SCPI 1999.0 over IEEE 488.2 messages, on the second UART of the ESP32 and, as the virtual board, on TCP and
        on a pseudo-terminal. A message is a line; it ends in a line feed (a carriage return before it is white space), and so does an answer.
        On the UART and the pseudo-terminal a person may type: there a carriage return alone ends a message too, and backspace takes back.

        - Capitals are the short form of a keyword; it may be written short or long, in either case. What stands in brackets may be left out.
        - Several units go into one message with `;` between; a header without a leading `:` continues the path of the one before
          (`PULS:AMPL 3;WIDT 50 US` is `PULS:AMPL 3` and `PULS:WIDT 50 US`). Their answers come in one line with `;` between.
        - A message ends at its first error: what stands after it is not carried out. A query that fails answers nothing; read SYSTem:ERRor?.
        - Numbers take units with multipliers: `3000 MV`, `50 US`, `5 KOHM` (M is milli, MA mega, but MOHM is mega), MINimum, MAXimum and
          DEFault, and #H, #Q, #B.
        - Patterns are text in quotes: `"+ - + -"` or `"+-+-"`, node 1 first, row by row.
        - Arrays are numbers with commas between, or after `FORM REAL,64` blocks `#<digits><length><bytes>` of 64-bit numbers. The last four
          bytes of a block are the CRC-32 of its numbers while FORMat:CRC is ON. `query_binary_values(..., datatype="d",
          is_big_endian=True)` of pyvisa reads such a block and passes over the four bytes.
        - While an operation runs, settings and status are answered. What needs the instrument waits for its turn, within the buffer of the
          client (-363 beyond it). `*OPC?` answers when nothing is under way.
        - `ABORt` as a message of its own is taken at once. After it, and after a lost link, all switches are open.
        - Each client has its own error queue, status registers and FORMat. A block whose bytes stay away for 2 s is given up (-161), and so is a
          string that holds a line feed and whose end stays away (-151).
        - A message that comes 0.25 s or more after the one before, while an answer is still owed, says that the client has given it up: that answer
          is dropped (-410), what was begun goes on, and the next answer is the new message's. Messages without such a pause are all answered.
          An answer that was sent before the new message came is still to be read: over TCP a device clear is `DCL` on the control connection
          (SYSTem:COMMunicate:TCPip:CONTrol?). Frames (docs/checked-link.md) have tags and need none of this.
        - Who ends the sending side of a TCP connection within a message has left that message unterminated (-420): it is dropped.
        - Errors that any command may have: -101 to -178 for what is written wrong, -222 for a value out of the range given here.

        """;
}
