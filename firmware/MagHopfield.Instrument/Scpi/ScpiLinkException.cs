using System;

namespace MagHopfield.Instrument.Scpi;

/// <summary>The link to a client failed while it was written to.</summary>
internal sealed class ScpiLinkException : Exception
{
    public ScpiLinkException(Exception cause)
        : base("The link is lost: " + cause.Message, cause)
    {
    }
}
