namespace TcmCrm.Roi.Silos;

/// <summary>One run: of so many silos, none for one thread without a cluster.</summary>
internal sealed record Measured(int Round, int Silos, string Storage, string What, int Tenants, double Seconds, double ClientSeconds, double SiloSeconds, double PeakMegabytes)
{
    internal double PerSecond => Tenants / Seconds;

    internal double ClientMilliseconds => ClientSeconds * 1000 / Tenants;

    internal double SiloMilliseconds => SiloSeconds * 1000 / Tenants;
}
