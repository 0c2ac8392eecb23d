namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>SYSTem:COMMunicate:TCPip:CONTrol: the way to a device clear for clients on a raw socket.</summary>
internal sealed class ControlCommands
{
    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "SYSTem:COMMunicate:TCPip:CONTrol", "Reads the TCP port of the control connection. The line DCL on it is a device "
                + "clear (IEEE 488.2, 5.8): waiting messages and answers that are owed are dropped, what runs goes on, and DCL comes back "
                + "when it is done. "
                + "What the socket of the commands still holds then is to be read away.")
            {
                Query = QuerySystemCommunicateTcpipControl,
                Answer = "port; 0 where the line has none",
                Example = "SYST:COMM:TCP:CONT?",
                ExampleAnswer = "0",
            });
        }
    }

    private void QuerySystemCommunicateTcpipControl(ScpiCall call) => call.Answer.Integer(call.Session.ControlPort);
}
