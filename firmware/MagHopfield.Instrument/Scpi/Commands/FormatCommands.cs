using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>FORMat: how arrays are written (SCPI 1999.0, volume 2, chapter 9). Each client has its own.</summary>
internal sealed class FormatCommands
{
    private static readonly string[] Types = { "ASCii", "REAL" };
    private static readonly string[] Orders = { "NORMal", "SWAPped" };

    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "FORMat[:DATA]", "Sets how this client gets and sends arrays: as text, or as definite-length blocks of numbers "
                + "of 64 bits (IEEE 754).")
            {
                Command = SetType,
                Query = QueryFormatData,
                Parameters = new ScpiParameter[]
                {
                    ScpiParameter.Choice("type", Types, 0), ScpiParameter.Integer("length", 0, 64, 0).Optional(),
                },
                Answer = "type, length in bits (0 for text of any length)",
                Example = "FORM REAL,64;FORM?",
                ExampleAnswer = "REAL,64",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("FORMat:BORDer", "Sets the order of the bytes of a number in a block, for both directions.")
            {
                Command = DoFormatBorder,
                Query = QueryFormatBorder,
                Parameters = new ScpiParameter[] { ScpiParameter.Choice("order", Orders, 0) },
                Answer = "NORM: highest byte first; SWAP: lowest byte first",
                Example = "FORM:BORD SWAP;BORD?",
                ExampleAnswer = "SWAP",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "FORMat:CRC", "Sets whether a block ends in the CRC-32 (IEEE 802.3) of its numbers, 4 bytes in the same order. "
                + "A block that is sent must have it, too.")
            {
                Command = DoFormatCrc,
                Query = QueryFormatCrc,
                Parameters = new ScpiParameter[] { ScpiParameter.Boolean("check", true) },
                Answer = "0 or 1",
                Example = "FORM:CRC?",
                ExampleAnswer = "1",
            });
        }
    }

    private void SetType(ScpiCall call)
    {
        bool isBinary = call.Integer(0) == 1;
        int length = call.Count > 1 ? call.Integer(1) : 0;
        if (length != 0 && !(isBinary && length == 64))
            throw new ScpiException(ScpiError.IllegalValue, "arrays are written as ASCii or as REAL,64");

        call.Answer.IsBinary = isBinary;
    }

    public static void Reset(ResponseWriter format)
    {
        format.IsBinary = false;
        format.IsSwapped = false;
        format.HasCheck = true;
    }

    private void DoFormatBorder(ScpiCall call) => call.Answer.IsSwapped = call.Integer(0) == 1;

    private void QueryFormatBorder(ScpiCall call) => call.Answer.Mnemonic(Orders[call.Answer.IsSwapped ? 1 : 0]);

    private void DoFormatCrc(ScpiCall call) => call.Answer.HasCheck = call.Integer(0) == 1;

    private void QueryFormatCrc(ScpiCall call) => call.Answer.Boolean(call.Answer.HasCheck);

    private void QueryFormatData(ScpiCall call)
    {
        call.Answer.Mnemonic(Types[call.Answer.IsBinary ? 1 : 0]);
        call.Answer.Integer(call.Answer.IsBinary ? 64 : 0);
    }
}
