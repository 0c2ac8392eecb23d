namespace MagHopfield.Hardware.Drawing;

/// <summary>The name of a net on a wire.</summary>
/// <param name="Net">Net.</param>
/// <param name="At">Point of the wire.</param>
/// <param name="Side">Where the name stands, seen from the wire.</param>
/// <param name="Kind">How it is drawn.</param>
public sealed record NetMark(string Net, Point At, PinSide Side, NetMarkKind Kind);

/// <summary>How the name of a net is drawn.</summary>
public enum NetMarkKind
{
    /// <summary>A label that joins the sheets.</summary>
    Global,

    /// <summary>A name on a wire, for a net of one sheet.</summary>
    Local,

    /// <summary>The sign of a supply or of ground; it joins the sheets.</summary>
    Supply,
}
