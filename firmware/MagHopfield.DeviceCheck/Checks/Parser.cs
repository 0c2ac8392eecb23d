using System;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Parser
{
    private const int Rounds = 100;

    public static void Run(CheckLog log)
    {
        CommandTree tree = new CommandTree();
        tree.Add("*IDN", -1, 0);
        tree.Add("MEASure:CONDuctance", 1, 2);
        tree.Add("MEASure:CONDuctance:AVERages", 3, 4);
        tree.Add("TRAin:VOLTage", 5, 6);
        ScpiParser parser = new ScpiParser(tree);
        Begin(parser, "*idn?;:meas:cond:aver 4;AVERAGES?;:TRAin:VOLT 250 mV");
        log.Expect(parser.NextUnit() && parser.Command == 0 && parser.IsQuery, "*IDN? is known in lower case");
        log.Expect(
            parser.NextUnit() && parser.Command == 3 && parser.NextParameter() == ParameterKind.Number, "the short form takes a number");
        log.Near(4, parser.Number, 0, "the parameter");
        log.Expect(parser.NextUnit() && parser.Command == 4 && parser.IsQuery, "a chained command inherits its path");
        log.Expect(
            parser.NextUnit() && parser.Command == 5 && parser.NextParameter() == ParameterKind.Number, "a colon begins at the root");
        double volts = parser.Number;
        log.Expect(
            UnitSuffix.Scale(parser.Bytes, parser.SuffixStart, parser.SuffixLength, "V", ref volts) == ScpiError.None,
            "mV is a unit of volts");
        log.Near(0.25, volts, 1e-15, "250 mV in volts");
        log.Expect(!parser.NextUnit() && parser.Error == ScpiError.None, "the message is over without an error");
        Begin(parser, "MEASure:COND:NONSENSE 1");
        log.Expect(!parser.NextUnit() || parser.Error == ScpiError.UndefinedHeader, "an unknown header is error -113");

        byte[] message = Bytes("MEASure:CONDuctance:AVERages 16;:TRAin:VOLTage 3.5 V");
        long start = DateTime.UtcNow.Ticks;
        for (int i = 0; i < Rounds; i++)
        {
            parser.Begin(message, 0, message.Length);
            while (parser.NextUnit())
                parser.NextParameter();
        }

        log.Speed("SCPI commands parsed", 2 * Rounds, DateTime.UtcNow.Ticks - start);
    }

    private static void Begin(ScpiParser parser, string text)
    {
        byte[] bytes = Bytes(text);
        parser.Begin(bytes, 0, bytes.Length);
    }

    private static byte[] Bytes(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)text[i];

        return bytes;
    }
}
