namespace MagHopfield.Hardware.Sheets;

/// <summary>Names of the supply nets.</summary>
internal static class Rails
{
    public const string Ground = "AGND";
    public const string Logic = "+3V3";
    public const string Usb = "+5VUSB";
    public const string AdcPositive = "+1V8A";
    public const string AdcNegative = "-1V8A";
    public const string SwitchPositive = "+5VA";
    public const string SwitchNegative = "-5VA";
    public const string PulsePositive = "+6V5P";
    public const string PulseNegative = "-6V5P";
}
