namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>MEMory: settings, reference and weights in flash.</summary>
internal sealed class MemoryCommands
{
    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:SAVE", "Saves settings, reference with its date, and weights in flash. A power cut at any moment leaves the "
                + "last complete state.")
            {
                Command = DoMemorySave,
                IsExclusive = true,
                IsOperation = true,
                Example = "MEM:SAVE;*OPC?",
                ExampleAnswer = "1",
                Errors = "-311 the flash does not hold what was written to it, or is too small",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:LOAD", "Takes settings, reference and weights from flash, as at power-on.")
            {
                Command = DoMemoryLoad,
                IsExclusive = true,
                Example = "MEM:SAVE;LOAD",
                Errors = "-311 the flash holds no state",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:CLEar", "Erases the flash; what is in use stays.")
            {
                Command = DoMemoryClear,
                IsExclusive = true,
                Example = "MEM:CLE",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:STATe", "Reads which state the flash holds.")
            {
                Query = QueryMemoryState,
                IsExclusive = true,
                Answer = "number of the save, bytes; 0,0 where there is none",
                Example = "MEM:CLE;STAT?",
                ExampleAnswer = "0,0",
            });
        }
    }

    private void DoMemoryLoad(ScpiCall call) => call.Scpi.Load();

    private void DoMemoryClear(ScpiCall call) => call.Scpi.Store.Clear();

    private void DoMemorySave(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        call.Start(OperationBit.Testing, () => scpi.Save(), null);
    }

    private void QueryMemoryState(ScpiCall call)
    {
        call.Answer.Integer(call.Scpi.Store.Sequence);
        call.Answer.Integer(call.Scpi.Store.Length);
    }
}
