namespace MagHopfield.Hardware.Drawing;

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
